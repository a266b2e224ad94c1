import ChartDrawing

extension Stylesheet {
  /// What a page with maps of amounts has beyond the rules of all pages.
  static let maps = CompactStyle.text(
    """
    :root { \(ChartStylesheet.mapColors(onDarkPaper: false)) }
    @media screen and (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) { \(ChartStylesheet.mapColors(onDarkPaper: true)) }
    }
    @media screen {
      :root[data-theme="dark"] { \(ChartStylesheet.mapColors(onDarkPaper: true)) }
    }
    \(ChartStylesheet.mapRules)
    """)

  /// What the index page has beyond the rules of all pages.
  static let index = CompactStyle.text(chapterList + editions + cover)

  /// What the page with the whole book has beyond them.
  static let wholeBook = CompactStyle.text(chapterList + wholeBookText) + maps

  private static let chapterList = """
    .chapters { list-style: none; margin: 12px 0 0; padding: 0; }
    .chapters li { display: grid; grid-template-columns: 2rem minmax(0, 1fr); margin: 0 0 20px; }
    .chapters .number { color: var(--muted); font-variant-numeric: tabular-nums; }
    .chapters p { margin: 0; color: var(--muted); font-size: 0.94rem; line-height: 1.5; grid-column: 2; }
    .chapters a { grid-column: 2; }

    """

  private static let editions = """
    .edition:first-child h2 { margin-top: 0; }
    .edition { font: 1rem/1.6 var(--serif); }
    .edition:lang(zh) {
      font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
      line-height: 1.8;
    }
    .edition .downloads { margin: 24px 0 0; font: 0.83rem/1.5 var(--sans); }
    .edition .downloads li { margin: 0; }

    """

  private static let cover = """
    svg.cover { display: block; width: 100%; height: auto; margin: 28px 0 8px; }
    .cover ellipse { fill: none; stroke: var(--rule); }
    .cover polyline { fill: none; stroke: var(--accent); stroke-width: 1.75; stroke-linejoin: round; }
    .cover circle { fill: var(--accent); }
    .start { display: flex; flex-wrap: wrap; gap: 8px 24px; font: 600 1rem/1.5 var(--sans); }
    @media print { .start { display: none; } }

    """

  private static let wholeBookText = """
    .book > .chapter { margin-top: 96px; border-top: 1px solid var(--rule); }
    .book h1 { font-size: 2.1rem; }
    @media print {
      .book > .chapter { break-before: page; margin: 0; border: 0; }
    }
    """
}
