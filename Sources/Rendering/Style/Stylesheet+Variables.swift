import ChartDrawing

extension Stylesheet {
  /// Everything that one may want to change: both themes, the type faces, the measures. The dark
  /// theme holds where the system or the reader asks for it.
  static let variables = """
    :root {
    \(lightColors)
    \(measures)
    }
    :root[data-theme="light"] { color-scheme: light; }
    :root[data-theme="dark"] { color-scheme: dark; }
    @media screen and (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]) {
    \(darkColors)
    }
    }
    @media screen {
    :root[data-theme="dark"] {
    \(darkColors)
    }
    }
    @media print {
    :root, :root[data-theme="dark"] {
    \(printColors)
    }
    }
    \(chineseMeasures)
    """

  /// The colours on light paper.
  static let lightColors =
    ChartStylesheet.lightColors + """
        color-scheme: light dark;
        --paper: #fdfcf9;
        --ink: #23211d;
        --muted: #5c5850;
        --rule: #d8d3c7;
        --tint: #f5f2ea;
        --accent: #1b5c86;
        --fault: #9a3324;
        --mark: #f3e3a8;
        --code-keyword: #7a3b69;
        --code-type: #1d6455;
        --code-string: #80500f;
        --code-number: #2b5797;
        --code-comment: #686358;
      """

  /// The colours on dark paper.
  static let darkColors =
    ChartStylesheet.darkColors + """
        --paper: #1f1d1a;
        --ink: #e6e1d7;
        --muted: #b0a99c;
        --rule: #46423b;
        --tint: #282622;
        --accent: #8ec3e6;
        --fault: #f0a08f;
        --mark: #5a4a16;
        --code-keyword: #d7a6c8;
        --code-type: #8fcbb8;
        --code-string: #ddb878;
        --code-number: #9dbdec;
        --code-comment: #a29b8e;
      """

  /// The colours on printed paper, where they differ from those on light paper. Those on dark paper
  /// hold on screens alone.
  static let printColors =
    ChartStylesheet.printChanges + """
        color-scheme: light;
        --paper: #fff;
        --ink: #000;
        --muted: #444;
        --accent: #000;
      """

  /// Type faces and sizes.
  static let measures = """
      --serif: Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      --math: "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre", math;
      --column: 62ch;
      --gutter: 3rem;
      --margin: 13rem;
      --leading: 1.6;
      --code-size: 0.75rem;
      --text-size: 1;
    """

  /// Type faces and sizes of Chinese pages, where they differ.
  static let chineseMeasures = """
    :root:lang(zh) {
      --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
      --sans: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      --column: 36em;
      --leading: 1.8;
    }
    """
}
