import MathML
import Testing

@Suite struct FormulaPartTests {
  /// The text of a formula with its places for a line's end: `/` between parts, `_` at wide space, and
  /// `|` within a part.
  private func places(_ tex: String, _ style: TeXFormula.Style) -> String {
    TeXFormula(tex, style: style).parts.enumerated().map { index, part in
      let pieces = part.pieces.map { $0.markup.replacing(/<[^>]*>/, with: "") }
      return (index == 0 ? "" : part.followsSpace ? "_" : "/") + pieces.joined(separator: "|")
    }.joined()
  }

  @Test(
    "A displayed formula ends its lines at wide space and before relations",
    arguments: [
      ("x = y", "x/=y"), ("a \\ll b \\le c", "a/≪b/≤c"), ("a = b, \\qquad c = d.", "a/=b,_c/=d."),
      ("a \\quad\\Longrightarrow\\quad b", "a_⟹b"), ("f(x = y, z)", "f(x=y,z)"),
      ("x := y", "x/:=y"), ("= x", "=x"), ("\\frac{a = b}{c}", "a=bc"), ("{a = b}", "a/=b"),
      ("\\bigl(a = b\\bigr) = c", "(a=b)/=c"), ("a, b", "a,/b"), ("x", "x"),
    ])
  func display(tex: String, expected: String) {
    #expect(places(tex, .display) == expected)
  }

  @Test(
    "A formula within a text ends its lines after relations",
    arguments: [
      ("x = y", "x=/y"), ("a \\ll b \\le c", "a≪/b≤/c"), ("x = -y", "x=/−y"), ("=x", "=x"),
    ])
  func inline(tex: String, expected: String) {
    #expect(places(tex, .inline) == expected)
  }

  @Test("A long part ends its lines at operators as well: before them in a display")
  func operators() {
    let tex = "f(x) + \\varepsilon f'(x) - (a + b)g(x) + O(-\\varepsilon^2)"
    #expect(places(tex, .display) == "f(x)|+εf′(x)|−(a+b)g(x)|+O(−ε2)")
    #expect(places(tex, .inline) == "f(x)+|εf′(x)−|(a+b)g(x)+|O(−ε2)")
    #expect(places("x = -a_1 + b_1 + c_1 + d_1 + e_1 + f_1", .display).hasPrefix("x/=−a1|+b1"))
  }

  @Test("An operator at the edge of a piece keeps its space")
  func spaces() throws {
    let part = try #require(
      TeXFormula("f(x) - g(x) - h(x) - i(x)", style: .display).parts.first)
    #expect(part.pieces.count == 4)
    #expect(part.pieces[1].markup.contains("<mo lspace=\"0.2222em\" rspace=\"0.2222em\">−</mo>"))
    #expect(part.pieces[1].length == 5)
  }

  @Test("Rows with marks of their own, and formulas with faults, are not divided")
  func whole() {
    let tags = "\\begin{aligned} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{aligned}"
    #expect(TeXFormula(tags, style: .display).parts.count == 1)
    #expect(TeXFormula("\\nope = x", style: .display).parts.isEmpty)
  }
}
