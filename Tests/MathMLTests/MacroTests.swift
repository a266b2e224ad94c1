import MathML
import Testing

@Suite("An author's own macros")
struct MacroTests {
  private static func macros(_ definitions: String) -> TeXMacros {
    var macros = TeXMacros()
    #expect(macros.read(definitions) == [], "\(definitions)")
    return macros
  }

  /// Definitions, a formula that uses them, and the formula without macros that it equals.
  static let uses: [(definitions: String, tex: String, same: String)] = [
    (#"\newcommand{\E}{\mathbb{E}}"#, #"\E[X]"#, #"\mathbb{E}[X]"#),
    (#"\newcommand\E{\mathbb{E}}"#, #"\E X"#, #"\mathbb{E}X"#),
    (#"\newcommand{\norm}[1]{\lVert #1 \rVert}"#, #"\norm{x+y}^2"#, #"\lVert x+y\rVert^2"#),
    (
      #"\newcommand{\norm}[1]{\lVert #1 \rVert}"#, #"\norm x\norm\alpha"#,
      #"\lVert x\rVert\lVert\alpha\rVert"#
    ),
    (
      #"\newcommand{\norm}[2][2]{\lVert #2 \rVert_{#1}}"#, #"\norm{x}+\norm[\infty]{y}"#,
      #"\lVert x\rVert_{2}+\lVert y\rVert_{\infty}"#
    ),
    (#"\newcommand*{\half}{\frac12}"#, #"x^\half+\frac\half 3"#, #"x^{\frac12}+\frac{\frac12}{3}"#),
    (#"\def\dd#1#2{\frac{d#1}{d#2}}"#, #"\dd yx"#, #"\frac{dy}{dx}"#),
    (#"\DeclareMathOperator{\rank}{rank}"#, #"\rank A"#, #"\operatorname{rank}A"#),
    (
      #"\DeclareMathOperator*{\argmin}{arg\,min}"#, #"\argmin_x f"#,
      #"\operatorname*{arg\,min}_x f"#
    ),
    (
      #"\let\oldvec\vec \renewcommand{\vec}[1]{\mathbf{\oldvec{#1}}}"#, #"\vec{x}"#,
      #"\mathbf{\vec{x}}"#
    ),
    (#"\let\eps=\varepsilon"#, #"\eps"#, #"\varepsilon"#),
    (#"\providecommand{\alpha}{a} \providecommand{\al}{\alpha}"#, #"\al"#, #"\alpha"#),
    (#"\newcommand{\al}{\alpha}"#, #"\al b"#, #"\alpha b"#),
    (#"\newcommand{\run}[1]{\log#1}"#, #"\run n"#, #"\log n"#),
    (
      #"\newcommand{\row}[1]{a & #1 \\}"#, #"\begin{matrix}\row{b}\row{c}\end{matrix}"#,
      #"\begin{matrix}a & b\\a & c\\\end{matrix}"#
    ),
    (
      #"\newcommand{\ba}{\begin{aligned}} \newcommand{\ea}{\end{aligned}}"#, #"\ba a&=b\ea"#,
      #"\begin{aligned} a&=b\end{aligned}"#
    ),
    (#"\newcommand{\lp}{(}"#, #"\left\lp x\right)\bigl\lp"#, #"\left(x\right)\bigl("#),
    (
      #"\newcommand{\real}{\ensuremath{\mathbb{R}}}"#, #"\text{in \real}\real"#,
      #"\text{in $\mathbb{R}$}\mathbb{R}"#
    ),
    (#"\newcommand{\where}{where}"#, #"\text{a \where b}"#, #"\text{a whereb}"#),
    (#"\newcommand{\abs}[1]{|#1|}"#, #"\abs{\abs{x}}"#, #"||x||"#),
    (#"\newcommand{\make}[1]{\def\made##1{#1##1}}"#, #"\make{x}\made{y}"#, #"xy"#),
    (
      #"\newcommand{\op}{\mathop{\mathrm{op}}}"#, #"\op\limits_x"#,
      #"\mathop{\mathrm{op}}\limits_x"#
    ),
    ("% norms\n\\newcommand{\\a}{x} % one\n\n\\newcommand{\\b}{y}", #"\a\b"#, "xy"),
    ("", #"\newcommand{\E}{\mathbb{E}} \E+\E"#, #"\mathbb{E}+\mathbb{E}"#),
    ("", #"\def\arraystretch{1.5}\begin{matrix}a\end{matrix}"#, #"\begin{matrix}a\end{matrix}"#),
  ]

  @Test("a macro stands for its body", arguments: uses.indices)
  func body(index: Int) {
    let (definitions, tex, same) = Self.uses[index]
    let formula = TeXFormula(tex, style: .display, macros: Self.macros(definitions))
    #expect(formula.faults == [])
    #expect(Markup.row(of: formula) == Markup.row(of: TeXFormula(same, style: .display)), "\(tex)")
    #expect(formula.linearText == TeXFormula(same, style: .display).linearText)
    #expect(Markup.fault(in: formula.markup) == nil)
  }

  @Test("a definition in a formula ends with the formula")
  func scope() {
    let macros = Self.macros(#"\newcommand{\x}{a}"#)
    let first = TeXFormula(#"\renewcommand{\x}{b}\x"#, style: .inline, macros: macros)
    #expect(first.visibleText == "b")
    #expect(TeXFormula(#"\x"#, style: .inline, macros: macros).visibleText == "a")
  }

  @Test("a name with a body has as many arguments as the body mentions")
  func dictionary() {
    var macros = TeXMacros()
    #expect(macros.define(#"\norm"#, as: #"\lVert #1 \rVert"#) == [])
    #expect(macros.define("pair", as: #"\langle #1, #2 \rangle"#) == [])
    #expect(macros.define(#"\|"#, as: #"\Vert"#) == [])
    #expect(macros.names == ["norm", "pair", "|"])
    let formula = TeXFormula(#"\norm{x}\pair{a}{b}\|"#, style: .inline, macros: macros)
    #expect(formula.visibleText == "‖x‖⟨a,b⟩‖")
    for name in ["", #"\"#, "a b", #"\a1"#, "two words", "ä1"] {
      #expect(macros.define(name, as: "x").map(\.kind) == [.wrongDefinition(name)], "\(name)")
    }
    #expect(found(macros.define("a", as: "x#")) == [fault(.wrongParameter("#", of: "a"), 1, 1)])
    #expect(macros.names == ["norm", "pair", "|"])
  }

  private func fault(_ kind: TeXFault.Kind, _ offset: Int, _ length: Int) -> String {
    "\(kind) \(offset) \(length)"
  }

  private func found(_ faults: [TeXFault]) -> [String] {
    faults.map { "\($0.kind) \($0.offset) \($0.length)" }
  }

  @Test("what is wrong with definitions is said with its place, and the sound ones hold")
  func definitions() {
    var macros = TeXMacros()
    let text = #"""
      \newcommand{\good}{x}
      \newcommand{\bad}[1]{#2}
      \usepackage{amsmath}
      \newcommand{good}{y}
      \newcommand{\open}{y
      \newcommand{\fine}{z}
      """#
    #expect(
      found(macros.read(text)) == [
        fault(.wrongParameter("#2", of: "bad"), 43, 2),
        fault(.wrongDefinition(#"\usepackage"#), 47, 11),
        fault(.wrongDefinition(#"\newcommand"#), 68, 12),
        fault(.wrongDefinition(#"\newcommand"#), 89, 18),
      ])
    #expect(macros.names == ["fine", "good"])
  }

  @Test("a fault in what a macro stands for is at the macro's use, one in its argument at its own")
  func places() {
    let macros = Self.macros(
      #"\newcommand{\f}[1]{\unknwn{#1}} \newcommand{\g}{a\f{b}}"#)
    func found(_ tex: String) -> [String] {
      TeXFormula(tex, style: .inline, macros: macros).faults.map {
        "\($0.offset) \($0.length) \($0.macro ?? "-")"
      }
    }
    #expect(found(#"x + \f{y}"#) == ["4 2 f"])
    #expect(found(#"x + \g + y"#) == ["4 2 g"])
    #expect(found(#"x + \alpha\f{1 + \nope}"#) == ["10 2 f", "17 5 -"])
    #expect(found(#"\f{y} + \g"#) == ["0 2 f", "8 2 g"])
    #expect(found(#"\f"#) == ["0 2 -"])
    #expect(found(#"\f{x} \nope"#) == ["0 2 f", "6 5 -"])
  }

  @Test("an unknown command comes with the author's names")
  func names() {
    let macros = Self.macros(#"\newcommand{\norm}[1]{#1} \newcommand{\E}{E}"#)
    #expect(
      TeXFormula(#"\nrom{x}"#, style: .inline, macros: macros).faults.map(\.kind) == [
        .unknownCommand("nrom", macros: ["E", "norm"])
      ])
  }

  @Test(
    "a macro that calls itself is named, at once",
    arguments: [
      (#"\def\a{\a}"#, #"x + \a y"#, "a", 4),
      (#"\def\a{x\a}"#, #"\a"#, "a", 0),
      (#"\def\a{\b}\def\b{\a}"#, #"x\b"#, "b", 1),
      (#"\def\a{\a\a}"#, #"\a"#, "a", 0),
      (#"\newcommand{\a}[1]{\b{#1}}\newcommand{\b}[1]{\a{#1}\a{#1}}"#, #"\a{x}"#, "a", 0),
    ])
  func endless(definitions: String, tex: String, name: String, offset: Int) {
    let formula = TeXFormula(tex, style: .inline, macros: Self.macros(definitions))
    #expect(found(formula.faults) == [fault(.endlessMacro(name), offset, 2)])
  }

  @Test("macros that double each other are stopped", .timeLimit(.minutes(1)))
  func growth() {
    for leaf in ["x", "", "{}", "\\alpha"] {
      var definitions = "\\def\\za{\(leaf)}"
      let names = Array("abcdefghijklmnopqrstuvwxyz")
      for (name, inner) in zip(names.dropFirst(), names) {
        definitions += "\\def\\z\(name){\\z\(inner)\\z\(inner)}"
      }
      let formula = TeXFormula(#"y + \zz"#, style: .inline, macros: Self.macros(definitions))
      #expect(found(formula.faults) == [fault(.expandsTooMuch("zz"), 4, 3)])
      // 127 steps, and 255.
      let few = TeXFormula(#"\zg"#, style: .inline, macros: Self.macros(definitions))
      #expect(few.faults == [])
      let many = TeXFormula(#"\zh"#, style: .inline, macros: Self.macros(definitions))
      #expect(many.faults.map(\.kind) == [.expandsTooMuch("zh")])
      let long = TeXFormula(
        #"\zh"# + String(repeating: "+y", count: 30), style: .inline,
        macros: Self.macros(definitions))
      #expect(long.faults == [])
    }
    let wide = Self.macros("\\def\\a#1{#1#1#1#1#1#1#1#1#1#1}")
    let formula = TeXFormula(#"\a{\a{\a{\a{\a{x}}}}}"#, style: .inline, macros: wide)
    #expect(formula.faults.map(\.kind) == [.expandsTooMuch("a")])
  }

  @Test("a formula replaces no more macros than it is told to")
  func mostExpansions() {
    var macros = TeXMacros()
    #expect(macros.read("\\newcommand{\\a}{x}\\newcommand{\\b}{\\a\\a}") == [])
    let whole = TeXFormula("\\b + \\a", style: .inline, macros: macros)
    #expect(whole.faults == [] && whole.expansionCount == 4)
    let exact = TeXFormula("\\b + \\a", style: .inline, macros: macros, mostExpansions: 4)
    #expect(exact.markup == whole.markup)
    for most in [0, 3] {
      let cut = TeXFormula("\\b + \\a", style: .inline, macros: macros, mostExpansions: most)
      #expect(cut.faults.map(\.kind) == [.expandsTooMuch(most == 0 ? "b" : "a")])
      #expect(cut.expansionCount == most + 1)
    }
    #expect(TeXFormula("x", style: .inline, macros: macros, mostExpansions: 0).faults == [])
  }
}
