import MathML

extension Reader {
  /// The tokens of this reader's syntax, which random bytes would hardly ever form.
  var tokens: [[UInt8]] {
    switch self {
    case .chapter: (Self.chapterTokens + Self.anyText).map { Array($0.utf8) }
    case .tex:
      (TeXFormula.commandNames.map { "\\" + $0 } + Self.texTokens + Self.anyText
        + TeXFormula.environmentNames.flatMap { ["\\begin{\($0)}", "\\end{\($0)}"] })
        .map { Array($0.utf8) }
    case .bibtex: (Self.bibliographyTokens + Self.anyText).map { Array($0.utf8) }
    case .transcript: Self.transcriptTokens
    case .compilerMessages: (Self.messageTokens + Self.anyText).map { Array($0.utf8) }
    }
  }

  private static let anyText = [
    "\n", "\r\n", "\t", "\0", " ", "\u{FEFF}", "\u{202E}", "\u{301}", "损", "🙂", "0", "-1",
    "9223372036854775807", "99999999999999999999", "1e999", "\\", "\"", "'", "<", "&", "%00",
  ]

  private static let chapterTokens = [
    "---\n", "title: ", "lang: zh\n", "order: 1\n", "seed: ", "&a ", "*a", "? ", "- ", "1. ", "> ",
    "# ", "## Exercise ", "{#sec-a}", "```swift experiment id=a\n", "```swift setup\n", "```math\n",
    "```swift source=GradientDescent/Optimizers/SGD.swift symbol=SGD\n", "```\n", "~~~\n",
    "//| caption: ", "//| data: a.csv\n", "expect=trap", "timeout=", "`=a.b`", "`=a.b:.3e`", "`",
    "$`x`$", "$", "$$", "\\frac{", "[](#a)", "[@a; @b, p. 3]", "[^a]", "[^a]: ", "[^margin-a]",
    "> [!NOTE]\n", "| a | b |\n", "|---|:-:|\n", "|", ": caption {#tbl-a}\n", "![a](b.png)", "![",
    "](", "[a](<", "<a@b.c>", "https://a.b/", "~~", "**", "*", "_", "***a", "- [ ] ", "<kbd>",
    "</sub>", "<!--", "-->", "<script>", "&amp;", "&#0;", "javascript:", "    ", "{", "}", "\"\"\"",
    "/*", "#\"", "\\(", "[a]: b\n", "===\n",
  ]

  private static let texTokens = [
    "{", "}", "^", "_", "'", "&", "\\\\", "\\left(", "\\right)", "\\middle|", "\\frac{a}{b}",
    "\\text{a $x$ b}", "\\text{", "\\tag{1}", "\\label{eq-a}", "\\sqrt[", "]", "$", "#", "~", "|",
    "\\begin{array}{l|r}", "\\not", "\\operatorname{", "\\color{red}", "\\limits", "\\over ",
  ]

  private static let bibliographyTokens = [
    "@article{", "@misc{a,", "@string{a = ", "@comment{", "@preamble{", "author = ", "title = ",
    "year = ", "month = jan", "date = ", "crossref = {a}", "xdata = {a, b}", "{", "}", "\"", "#",
    "@set{a, entryset = {a}}", "@misc(", "given=", "2017-04~/..", "eprint = {1412.6980}", ",", "=",
    " and ", "others", "\\\"{o}", "\\'", "\\c{c}", "\\emph{", "\\mkbibquote{", "\\newline",
    "\\url{", "\\&", "~", "--", "``", "''", "$\\alpha$", "\\i", "(", ")", "doi = {10.1/}", "%",
  ]

  private static let messageTokens = [
    "chapter.swift:", "chapter.swift:1:1: error: ", "chapter.swift:1:1: note: ", ": ", "1:",
    "error: ", "warning: ", "note: ", "was never used", "cannot find", "should return a value",
    "<unknown>:0: error: ", "/usr/lib/x.swift:3:4: error: ", "|", "^~~~", "`- ",
  ]

  /// Heads of records of every kind, and lengths and numbers at their limits.
  private static let transcriptTokens: [[UInt8]] =
    (0...12).map { [0, $0] } + (1...11).map { [0, $0, 4, 0, 0, 0] }
    + [
      [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], [0, 0, 1, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0xF8, 0x7F], [0, 0, 0, 0, 0, 0, 0xF0, 0x7F],
      [0, 0, 0, 0, 0, 0, 0xF0, 0xFF],
      [1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0x80],
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xEF, 0x7F],
      [0, 0, 0, 0, 0, 0, 0xF0, 0x3F], Array("text\n".utf8), Array("\u{1B}[31m".utf8),
      Array("<svg onload=x>".utf8),
      [0x80], [0xC3], [0xEF, 0xBF, 0xBE], Array("\u{202E}".utf8),
    ]
}
