import Charts

/// The stylesheet that every page carries within itself.
///
/// Colours, type faces and measures stand as variables at the head; the parts after it say
/// how the page, its prose, its blocks and a printed sheet use them.
enum Stylesheet {
  /// All parts, in the order in which they build on each other.
  static let text = [
    variables, Chart.rules, layout, prose, chinese, blocks, references, highlighting,
    surroundings, shell, paper,
  ].joined(separator: "\n")

  /// What an electronic book needs: no layout, no shell, no theme of its own.
  static let electronicBook = [
    ":root {", lightColors.replacing("color-scheme: light dark;", with: ""), measures, "}",
    Chart.rules, prose, chinese, blocks, references, highlighting,
    """
    body { line-height: 1.5; }
    .anchor, .copy, .block > .number, a[download] { display: none; }
    .cover { margin: 0; text-align: center; }
    .cover img { max-width: 100%; max-height: 100%; }
    .code pre, .printed { white-space: pre-wrap; overflow-wrap: anywhere; }
    """,
  ].joined(separator: "\n")
}
