import ChartDrawing
import PageAssets

/// The stylesheets that pages and electronic books carry within themselves.
///
/// The rules are files in `Sources/PageAssets/Styles`. Colours, those of the charts among them, are
/// CSS variables; here they are put under the selectors of each theme.
enum Stylesheet {
  /// The rules of every page.
  static let text = CompactStyle.text(
    [
      PageAsset.variablesStyle.text,
      themed(
        light: ChartStylesheet.lightColors + declarations(.lightPalette),
        dark: ChartStylesheet.darkColors + declarations(.darkPalette)),
      """
      @media print {
        :root, :root[data-theme="dark"] { \(ChartStylesheet.printChanges)\(declarations(.printPalette)) }
      }
      """,
      ChartStylesheet.rules, PageAsset.pageStyle.text,
    ].joined(separator: "\n"))

  /// Additional rules for pages that show maps of amounts.
  static let maps = CompactStyle.text(
    themed(
      light: ChartStylesheet.mapColors(onDarkPaper: false),
      dark: ChartStylesheet.mapColors(onDarkPaper: true))
      + ChartStylesheet.mapRules)

  /// Additional rules for served pages.
  static let editing = CompactStyle.text(PageAsset.editingStyle.text)

  /// The rules that the script of live experiments brings along.
  static let live = CompactStyle.text(PageAsset.liveStyle.text)

  /// Additional rules for pages with live experiments, for what they say without that script.
  static let liveNotes = CompactStyle.text(PageAsset.liveNotesStyle.text)

  /// Additional rules for the index page.
  static let index = CompactStyle.text(PageAsset.indexStyle.text)

  /// Additional rules for the page with the whole book.
  static let wholeBook = CompactStyle.text(PageAsset.wholeBookStyle.text) + maps

  /// The stylesheet of an electronic book, which leaves pages, margins and themes to the reading
  /// system and keeps to what simple systems support. Its charts have attributes instead.
  static let electronicBook = PageAsset.electronicBookStyle.text

  /// The declarations of a palette, whose file is one rule for `:root`.
  private static func declarations(_ palette: PageAsset) -> String {
    String(palette.text.drop { $0 != "{" }.dropFirst(2).prefix { $0 != "}" }.dropLast())
  }

  /// The declarations of colours under the selectors of the themes. Dark colours hold on screens
  /// where the system or the reader asks for them.
  private static func themed(light: String, dark: String) -> String {
    """
    :root { \(light) }
    @media screen and (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) { \(dark) }
    }
    @media screen {
      :root[data-theme="dark"] { \(dark) }
    }

    """
  }
}
