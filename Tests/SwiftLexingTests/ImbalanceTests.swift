import SwiftLexing
import Testing

@Suite("Imbalance")
struct ImbalanceTests {
  @Test(
    "balanced sources have none",
    arguments: [
      "", "f([{ (x) }])", "\"(\" + \"\\(a[0])}\"", "// }", "/* { */ {}",
      "#if A\nf {\n}\n#else\n(2)\n#endif",
      "x = #/[(]/#", "x = (/)", "\"unfinished\n",
    ])
  func balanced(source: String) {
    #expect(SwiftLexer.bracketImbalance(in: source) == nil)
  }

  @Test(
    "the first bracket, comment, string or directive out of balance is found",
    arguments: [
      ("} }", SwiftImbalance.Kind.unmatchedCloser, 0, "}"),
      ("f(x]", .unmatchedCloser, 3, "]"),
      ("é)", .unmatchedCloser, 2, ")"),
      ("{ (", .unclosedOpener, 2, "("),
      ("{ () ", .unclosedOpener, 0, "{"),
      ("\"\\( } )\"", .unmatchedCloser, 4, "}"),
      ("\"\\(x\"", .unclosedOpener, 2, "("),
      ("x /* {", .unterminatedComment, 2, "/*"),
      ("x = \"\"\"\n}", .unterminatedLiteral, 4, "\"\"\""),
      ("#\"\"\"\n\\#(x)", .unterminatedLiteral, 0, "#\"\"\""),
      ("#/\n}", .unterminatedLiteral, 0, "#/"),
      ("#endif\n#if A", .unmatchedDirective, 0, "#endif"),
      ("#if A\n#if B\n#endif", .unclosedDirective, 0, "#if"),
      ("#if A\n{\n#endif\n}", .unclosedOpener, 6, "{"),
      ("#if A\n(\n#else\n)\n#endif", .unclosedOpener, 6, "("),
      ("{\n#if A\n}\n#endif", .unmatchedCloser, 8, "}"),
      ("(/)/*) \"\"\"\n*/ } /* \"\"\" */", .unmatchedCloser, 14, "}"),
    ])
  func imbalanced(source: String, kind: SwiftImbalance.Kind, offset: Int, text: String) {
    let imbalance = SwiftLexer.bracketImbalance(in: source)
    #expect(imbalance?.kind == kind)
    #expect(imbalance?.offset == offset)
    #expect(imbalance?.text == text)
  }

  @Test("a closer that does not fit names what was opened last")
  func opener() {
    #expect(SwiftLexer.bracketImbalance(in: "a(b[c)")?.opener == 3)
    #expect(SwiftLexer.bracketImbalance(in: "a)")?.opener == nil)
  }
}
