import MathML
import Testing

@Suite("What is wrong with a formula")
struct FaultTests {
  /// A formula, and its faults as (what, 1-based column, length).
  static let table: [(String, [(TeXFault.Kind, Int, Int)])] = [
    ("", [(.empty, 1, 0)]),
    (" \n", [(.empty, 1, 0)]),
    ("a \\etta b", [(.unknownCommand("etta"), 3, 5)]),
    ("\\foo + \\bar", [(.unknownCommand("foo"), 1, 4), (.missingArgument(of: "\\bar"), 8, 4)]),
    ("损失 \\x", [(.unknownCommand("x"), 8, 2)]),
    (
      "\\colorbox{red}",
      [(.refusedCommand("colorbox", instead: "leave the colour to the page's stylesheet"), 1, 9)]
    ),
    ("a\\textcolor{reed}{x}", [(.wrongWord("reed", of: "\\textcolor"), 2, 16)]),
    ("\\color[HTML]{12}x", [(.wrongWord("12", of: "\\color"), 1, 16)]),
    ("{\\color}", [(.missingArgument(of: "\\color"), 8, 0)]),
    ("{a", [(.unclosed("{"), 1, 1)]),
    ("a}", [(.unopened("}"), 2, 1)]),
    ("a & b", [(.misplaced("&"), 3, 1)]),
    ("{a \\\\ b}", [(.misplaced("\\\\"), 4, 2)]),
    ("\\left( a \\\\[2pt] b \\right)", [(.misplaced("\\\\"), 10, 7)]),
    ("a $b", [(.unopened("$"), 3, 1)]),
    ("5%", [(.character("%", instead: "\\%"), 2, 1)]),
    ("5% of\nb", [(.character("%", instead: "\\%"), 2, 1)]),
    ("a % b", [(.character("%", instead: "\\%"), 3, 1)]),
    ("a“b", [(.character("“", instead: "\\text{“…”}"), 2, 3)]),
    ("\\smash[x]{a}", [(.wrongWord("x", of: "\\smash"), 1, 9)]),
    ("\\genfrac{(}{x}{}{}{a}{b}", [(.wrongDelimiter("x", after: "\\genfrac"), 13, 1)]),
    ("\\genfrac(){}{9}{a}{b}", [(.wrongWord("9", of: "\\genfrac"), 1, 15)]),
    ("\\big{(x}", [(.wrongDelimiter("(x", after: "\\big"), 6, 2)]),
    ("\\begin{matrix*}[x] a \\end{matrix*}", [(.wrongWord("x", of: "\\begin{matrix*}"), 16, 3)]),
    ("\\text{\\'{ab}}", [(.wrongWord("ab", of: "\\'"), 7, 6)]),
    ("\\text{\\nothere}", [(.unknownCommand("nothere"), 7, 8)]),
    ("\\text{a \\(b}", [(.unclosed("\\("), 9, 2)]),
    ("\u{202E}x", [(.character("\u{202E}", instead: nil), 1, 3)]),
    ("\\text{\u{202E}}", [(.character("\\u{202E}", instead: nil), 7, 3)]),
    (
      "\\text{\\alpha}",
      [(.refusedCommand("alpha", instead: "write it outside of the words, or between '$'"), 7, 6)]
    ),
    ("\\text{a", [(.unclosed("{"), 6, 1)]),
    ("\\frac{a}", [(.missingArgument(of: "\\frac"), 1, 8)]),
    ("x^", [(.missingArgument(of: "^"), 2, 1)]),
    ("x^a^b", [(.doubleScript("^"), 4, 1)]),
    ("x_a_b", [(.doubleScript("_"), 4, 1)]),
    ("x^a'", [(.doubleScript("'"), 4, 1)]),
    ("\\left( a", [(.unclosed("\\left"), 1, 5)]),
    ("a \\right)", [(.unopened("\\right"), 3, 7)]),
    ("\\left a \\right)", [(.wrongDelimiter("a", after: "\\left"), 7, 1)]),
    ("\\big", [(.wrongDelimiter("", after: "\\big"), 5, 0)]),
    ("\\begin{algined}", [(.unknownEnvironment("algined"), 1, 15)]),
    ("\\begin{cases} a", [(.unclosed("\\begin{cases}"), 1, 6)]),
    ("\\begin{cases} a \\end{matrix}", [(.wrongEnd("matrix", expected: "cases"), 17, 12)]),
    ("\\end{cases}", [(.unopened("\\end{cases}"), 1, 11)]),
    ("\\begin{array}{lq} a \\end{array}", [(.wrongWord("lq", of: "\\begin{array}"), 14, 4)]),
    (
      "\\begin{array}{lp{3cm}} a \\end{array}",
      [(.wrongWord("lp{3cm}", of: "\\begin{array}"), 14, 9)]
    ),
    ("\\begin{array}{l{} a", [(.unclosed("{"), 14, 1), (.unclosed("\\begin{array}"), 1, 6)]),
    ("\\begin{array}{l} a & b \\end{array}", [(.tooManyCells(1), 21, 3)]),
    ("x\\limits_a", [(.misplaced("\\limits"), 2, 7)]),
    ("\\not x", [(.missingArgument(of: "\\not"), 1, 6)]),
    ("\\hspace{wide}", [(.wrongWord("wide", of: "\\hspace"), 1, 13)]),
    ("\\mspace{3}", [(.wrongWord("3", of: "\\mspace"), 1, 10)]),
    ("\\kern x", [(.wrongWord("x", of: "\\kern"), 1, 7)]),
    ("\\kern", [(.missingArgument(of: "\\kern"), 1, 5)]),
    ("\\operatorname{}", [(.wrongWord("", of: "\\operatorname"), 1, 15)]),
    ("\\operatorname{\\x}", [(.unknownCommand("x"), 15, 2)]),
    ("a \\tag{1} \\tag{2}", [(.misplaced("\\tag"), 11, 7)]),
    (
      "\\begin{align} a \\tag{1} \\tag{2} \\\\ b \\tag{3} \\end{align}",
      [(.misplaced("\\tag"), 25, 7)]
    ),
    ("a \\label{b} \\label{b}", [(.misplaced("\\label"), 13, 9)]),
    (
      "\\begin{alignedat} a \\end{alignedat}", [(.missingArgument(of: "\\begin{alignedat}"), 18, 1)]
    ),
    ("\\begin{alignat}{lr} a \\end{alignat}", [(.wrongWord("lr", of: "\\begin{alignat}"), 16, 4)]),
    ("\\begin{array}{l} a \\hline \\end{array}", [(.misplaced("\\hline"), 20, 6)]),
    ("\\begin{aligned} \\hline a \\end{aligned}", [(.misplaced("\\hline"), 17, 6)]),
    ("\\hline", [(.misplaced("\\hline"), 1, 6)]),
    ("\\sqrt[3 x", [(.unclosed("["), 6, 1), (.missingArgument(of: "\\sqrt"), 1, 9)]),
    ("\\", [(.character("\\", instead: "\\backslash"), 1, 1)]),
  ]

  @Test("each fault is found where it is", arguments: table.indices)
  func fault(index: Int) {
    let (tex, wanted) = Self.table[index]
    let formula = TeXFormula(tex, style: .inline)
    let found = formula.faults.map { "\($0.kind) \($0.offset + 1) \($0.length)" }
    #expect(found == wanted.map { "\($0) \($1) \($2)" }.sorted(by: Self.byColumn), "\(tex)")
    #expect(formula.markup.isEmpty && formula.visibleText.isEmpty)
  }

  private static func byColumn(_ a: String, _ b: String) -> Bool {
    func column(_ text: String) -> Int {
      Int(text.split(separator: " ").dropLast().last ?? "") ?? 0
    }
    return column(a) < column(b)
  }

  @Test("a formula too long or too deep is refused")
  func limits() {
    let long = TeXFormula(String(repeating: "x", count: 20_001), style: .inline)
    #expect(long.faults.map(\.kind) == [.tooLong(20_001)])
    for opening in [
      "{", "\\sqrt{", "x^{", "\\left(", "\\frac{", "\\begin{matrix}", "\\text{$", "\\bar ", "\\not",
    ] {
      let deep = TeXFormula(String(repeating: opening, count: 1_000), style: .display)
      #expect(deep.faults.contains { $0.kind == .tooDeep }, "\(opening)")
    }
    let nested = String(repeating: "{", count: 50) + "x" + String(repeating: "}", count: 50)
    #expect(TeXFormula(nested, style: .inline).faults == [])
    func braces(_ count: Int) -> TeXFormula {
      TeXFormula(
        String(repeating: "{", count: count) + "x" + String(repeating: "}", count: count),
        style: .inline)
    }
    #expect(braces(60).faults == [])
    #expect(braces(61).faults.map(\.kind) == [.tooDeep])
  }

  @Test("several faults of a formula are reported at once, in their order")
  func several() {
    let faults = TeXFormula("\\aa + \\bb^{\\cc} % \\frac{\\dd}{x", style: .inline).faults
    #expect(faults.map(\.offset) == [0, 6, 11, 16, 24, 28])
  }
}
