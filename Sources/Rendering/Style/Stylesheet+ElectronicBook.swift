import ChartDrawing

extension Stylesheet {
  /// What an electronic book needs: it leaves pages, margins and themes to the reading system, and
  /// keeps to what simple ones understand.
  static let electronicBook = [
    ":root {", lightColors, ChartStylesheet.mapColors(onDarkPaper: false), "}",
    ChartStylesheet.rules, ChartStylesheet.mapRules,
    """
    body { line-height: 1.5; }
    h1, h2, h3, h4 { line-height: 1.3; font-weight: 600; }
    h1 { font-size: 1.7em; }
    h2 { font-size: 1.35em; margin-top: 2em; }
    h3 { font-size: 1.1em; margin-top: 1.6em; }
    em:lang(zh) { font-style: normal; font-weight: 700; }
    .number, .summary, figcaption, .check, .knob { color: #5c5850; }
    figure { margin: 1.2em 0; }
    figcaption { font-size: 0.85em; }
    pre, code, .printed { font-family: monospace; font-size: 0.85em; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    pre code { font-size: 1em; }
    .code { margin: 1em 0; padding: 0.3em 0.8em; background: #f5f2ea; }
    .block { border-left: 2px solid #d8d3c7; }
    .output { padding-left: 0.8em; }
    table { border-collapse: collapse; font-size: 0.85em; }
    th, td { padding: 0.1em 1em 0.1em 0; text-align: right; border-bottom: 1px solid #d8d3c7; }
    .text { text-align: left; }
    .failure { margin: 1em 0; padding: 0.3em 0.8em; border-left: 3px solid #9a3324; }
    .missing { color: #9a3324; }
    .k, .a { color: #7a3b69; }
    .t { color: #1d6455; }
    .s { color: #80500f; }
    .n { color: #2b5797; }
    .c { color: #686358; }
    .anchor, .block > .number, .csv, button { display: none; }
    .cover { margin: 0; text-align: center; }
    .cover img { max-width: 100%; max-height: 100%; }
    """,
  ].joined(separator: "\n")
}
