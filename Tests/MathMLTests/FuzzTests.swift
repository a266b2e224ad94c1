import MathML
import Testing

@Suite("Any text as a formula")
struct FuzzTests {
  /// A generator that gives the same numbers every time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private func check(_ tex: String, macros: TeXMacros = TeXMacros()) {
    let formula = TeXFormula(
      tex, style: tex.utf8.count % 2 == 0 ? .inline : .display, macros: macros)
    if formula.faults.isEmpty {
      if let fault = Markup.fault(in: formula.markup) { Issue.record("\(tex): \(fault)") }
    } else if !formula.markup.isEmpty {
      Issue.record("markup in spite of faults: \(tex)")
    }
    for fault in formula.faults
    where fault.offset < 0 || fault.length < 0 || fault.offset + fault.length > tex.utf8.count {
      Issue.record("\(tex): a fault outside of the formula")
    }
  }

  @Test("pieces of formulas in any order become MathML or faults", .timeLimit(.minutes(1)))
  func pieces() {
    let pieces =
      TeXFormula.commandNames.map { "\\" + $0 + " " } + [
        "{", "}", "{", "}", "^", "_", "'", "&", "\\\\", "\\left(", "\\right)", "\\begin{aligned}",
        "\\end{aligned}", "\\begin{array}{l|r}", "\\end{array}", "\\frac{a}{b}", "x", "y", "12.5",
        "=",
        "-", "(", ")", "|", "[", "]", "$", "%", "#", "~", "损", "，", "\u{301}", "\u{202E}", "{em}",
        "\\text{a $x$ b}", "\\text{", "\\nope", "\\", "<", ">", "&amp;", "\n",
      ]
    var dice = Dice(state: 11)
    var converted = 0
    for _ in 0..<6_000 {
      let count = Int.random(in: 1...14, using: &dice)
      let tex = (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      check(tex)
      if TeXFormula(tex, style: .inline).faults.isEmpty { converted += 1 }
    }
    #expect(converted > 200)
  }

  @Test("macros of any pieces, used anywhere, become MathML or faults", .timeLimit(.minutes(1)))
  func macros() {
    let uses = ["a", "b", "c", "norm", "E", "frac"].map { "\\" + $0 }
    let pieces =
      uses + uses + [
        "{", "}", "{", "}", "[", "]", "#1", "#2", "##1", "#", "^", "_", "'", "&", "\\\\", "x", "1",
        "\\left", "(", "\\right", ")", "\\begin", "{aligned}", "\\end", "\\text{", "$", "%\n", "%",
        "\\newcommand", "\\def", "\\let", "=", "\\DeclareMathOperator*", "\\dots", "\\limits",
        "\\over",
        "\\operatorname{", "\\smash", "\\small", "\\'", "\\ensuremath", "\\big", "\\genfrac", "损",
        "，",
        "\\", " ", "\n",
      ]
    var dice = Dice(state: 13)
    func text(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &dice)
      return (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    }
    var defined = 0
    var converted = 0
    for _ in 0..<4_000 {
      var macros = TeXMacros()
      for name in ["a", "b", "c"] { _ = macros.define(name, as: text(0...5)) }
      let definitions =
        "\\newcommand{\\norm}[2][\(text(0...2))]{\(text(0...5))}\n\\def\\E#1{\(text(0...5))}\n"
        + "\\let\\frac\(text(1...1))\n" + text(0...6)
      for fault in macros.read(definitions)
      where fault.offset < 0 || fault.offset + fault.length > definitions.utf8.count {
        Issue.record("\(definitions): a fault outside of the definitions")
      }
      defined += macros.names.count
      let tex = text(1...10)
      check(tex, macros: macros)
      if TeXFormula(tex, style: .inline, macros: macros).faults.isEmpty { converted += 1 }
    }
    #expect(defined > 8_000)
    #expect(converted > 100)
  }

  @Test("damaged formulas become MathML or faults", .timeLimit(.minutes(1)))
  func damage() {
    var dice = Dice(state: 12)
    for row in TranslationTests.rows {
      for _ in 0..<40 {
        var scalars = Array(row.tex.unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &dice) where !scalars.isEmpty {
          let index = Int.random(in: 0..<scalars.count, using: &dice)
          switch Int.random(in: 0...2, using: &dice) {
          case 0: scalars.remove(at: index)
          case 1: scalars[index] = Unicode.Scalar(UInt8.random(in: 0...127, using: &dice))
          default: scalars.insert(contentsOf: scalars[index...].prefix(6), at: index)
          }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        check(String(text))
      }
    }
  }

  @Test("twenty thousand bytes of anything end soon", .timeLimit(.minutes(1)))
  func long() {
    for piece in [
      "\\begin{x", "\\left(", "'", "x'", "\\\\", "&", "}", "{}", "\\text{", "$", "^^", "\\not",
      "\\[",
      "\\over ", "1.", "a_b ", "\\limits", "\\middle", "损", "%", "\\smash[", "\\genfrac{",
      "\\def\\a",
    ] {
      check(String(repeating: piece, count: 19_000 / piece.utf8.count))
    }
  }
}
