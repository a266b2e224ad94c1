import BookModel
import Testing

@testable import Prose

@Suite struct LaTeXTextTests {
  @Test(arguments: [
    (#"H{\"o}lder"#, "Hölder"), (#"Erd\H{o}s"#, "Erdős"), (#"\'Eduard {\v{C}}ech"#, "Éduard Čech"),
    (#"{\L}ojasiewicz"#, "Łojasiewicz"), (#"Stra{\ss}e"#, "Straße"), (#"na\"{\i}ve"#, "naïve"),
    (#"\'\i \"\i \^{\i} \'{\i}"#, "íïî í"), (#"\c c \c{s} \k a"#, "ç ş ą"), (#"{\aa} \O"#, "å Ø"),
    (#"A \& B~C"#, "A & B\u{A0}C"), ("``so'' -- or --- `not'", "“so” – or — ‘not’"),
    (#"\c{c}a, \r{u}"#, "ça, ů"), (#"\d{s} \t{oo}"#, "ṣ o\u{361}o"),
    (#"H{\`a} N\d{\^o}i {\'{\^e}}"#, "Hà Nội ế"), (#"\~{} \^{}x"#, "~ ^x"),
    (##"50\% \$3 \#1 a\_b \{x\}"##, "50% $3 #1 a_b {x}"),
    (#"\textendash\ x\textquoteright s"#, "– x’s"),
    (#"{\TeX}: The {\TeX book}"#, "TeX: The TeXbook"), (#"a\\b"#, "a b"), ("?`Que?", "¿Que?"),
    (#"\mkbibquote{an \enquote{inner} one}"#, "“an ‘inner’ one”"),
    (#"\noopsort{1973b}1973"#, "1973"), (#"\textcolor{red}{T} \MakeUppercase{x}"#, "T x"),
    ("  two\n   lines ", "two lines"), ("costs $5", "costs $5"), (#"{\"}o"#, "¨o"),
  ])
  func latexBecomesText(latex: String, text: String) {
    let read = LaTeXText(latex)
    #expect(read.plain == text)
    #expect(read.faults == [])
  }

  @Test("Commands for the look of a text end with their group")
  func looks() {
    let read = LaTeXText(
      #"a \emph{b \textbf{c}} {\em d} \textsc{e} \texttt{f--g} 2\textsuperscript{nd} {\it h \rm i}"#
    )
    let text = FormattedText([
      .init("a "), .init("b ", style: .emphasis), .init("c", style: [.emphasis, .strong]),
      .init(" "), .init("d", style: .emphasis), .init(" "), .init("e", style: .smallCapitals),
      .init(" "), .init("f--g", style: .code), .init(" 2"), .init("nd", style: .superscript),
      .init(" "), .init("h ", style: .emphasis), .init("i"),
    ])
    #expect(read.text == text)
  }

  @Test("Emphasis within emphasis is upright")
  func innerEmphasis() {
    #expect(
      LaTeXText(#"\emph{a \emph{b}}"#).text
        == FormattedText([.init("a ", style: .emphasis), .init("b")]))
  }

  @Test("Addresses are links, whatever stands in them")
  func links() {
    let read = LaTeXText(
      ##"see \url{https://a.b/x_y%20~z} and \href{https://c.d/\#e}{\emph{this}}"##)
    #expect(
      read.text
        == FormattedText([
          .init("see "), .init("https://a.b/x_y%20~z", address: "https://a.b/x_y%20~z"),
          .init(" and "), .init("this", style: .emphasis, address: "https://c.d/#e"),
        ]))
  }

  @Test(arguments: [
    (#"rate $\mathcal{O}(1/T)$"#, #"\mathcal{O}(1/T)"#), (#"rate \(x^2\)"#, "x^2"),
    (#"rate $$x$$"#, "x"), (#"rate \ensuremath{\alpha}"#, #"\alpha"#), (#"rate $\$_1$"#, #"\$_1"#),
  ])
  func formulasStayFormulas(latex: String, tex: String) {
    let read = LaTeXText(latex)
    #expect(read.text.runs.map(\.tex) == [nil, tex])
    #expect(read.text.runs.first?.text == "rate ")
    #expect(read.faults == [])
  }

  @Test("A formula that is not understood leaves its letters")
  func brokenFormulas() {
    let read = LaTeXText(#"a $\weird{x}^2$ b"#)
    #expect(read.plain == "a x2 b")
    #expect(read.faults == [.init(kind: .formula(#"\weird{x}^2"#), offset: 2)])
  }

  @Test("An unknown command is left out, its argument stays, and it is told once")
  func unknown() {
    let read = LaTeXText(#"Müller \weird{on} \weird{x} \odd"#)
    #expect(read.plain == "Müller on x")
    #expect(
      read.faults == [
        .init(kind: .command(#"\weird"#), offset: 8), .init(kind: .command(#"\odd"#), offset: 29),
      ])
  }

  @Test("An address has escaped characters only")
  func verbatim() {
    #expect(LaTeXText.verbatim(#"\url{https://a.b/c\_d\%20\&e~f}"#) == "https://a.b/c_d%20&e~f")
    #expect(LaTeXText.verbatim(#"10.1/a{\_}b\textunderscore c"#) == "10.1/a_b_c")
  }

  @Test("Each composed character is a letter and its accent")
  func accents() {
    for (command, mark) in LaTeXAccents.marks {
      for letter in "aceiosuyzACEIOSUYZ".unicodeScalars {
        let text = LaTeXText("\\\(command){\(letter)}").plain
        #expect(text == String(letter) + String(mark), "\\\(command){\(letter)}")
      }
    }
  }
}

extension FormattedText {
  fileprivate init(_ runs: [Run]) {
    self.init()
    for run in runs { append(run) }
  }
}
