import ChartDrawing

/// The stylesheet that every page carries within itself.
///
/// Colours, type faces and measures stand as variables at the head; the parts after it say
/// how the page, its prose, its blocks and a printed sheet use them.
enum Stylesheet {
  /// All parts, in the order in which they build on each other.
  static let text = CompactStyle.text(
    [
      variables, ChartStylesheet.rules, layout, prose, formulas, chinese, blocks, references,
      highlighting, surroundings, shell, animation, paper,
    ].joined(separator: "\n"))
}
