import Testing

@testable import Execution

@Suite struct LargeFunctionsTests {
  private let body = (1...6).map { "  f(\($0))\n" }.joined()

  @Test("a large function is found by the line on which it begins, a small one is not")
  func size() {
    let code = "let x = 1\nfunc small() {\n}\n\n@discardableResult\nfunc large() {\n\(body)}\n"
    #expect(LargeFunctions.firstLines(in: code) == [4])
  }

  @Test(
    "a function within another, one after other code and one that says so itself stay as they are")
  func exceptions() {
    #expect(LargeFunctions.firstLines(in: "if x {\nfunc a() {\n\(body)}\n}\n").isEmpty)
    #expect(LargeFunctions.firstLines(in: "let x = 1; func a() {\n\(body)}\n").isEmpty)
    #expect(LargeFunctions.firstLines(in: "@inline(__always)\nfunc a() {\n\(body)}\n").isEmpty)
  }

  @Test("the attribute stands on a line of its own and moves no other line")
  func places() {
    let source = ChapterProgram(
      chapter(path: "a.md", .setup("let x = 1\nfunc a() {\n\(body)}"), .experiment("b", "a()"))
    ).source
    #expect(
      source.contains(
        """
        #sourceLocation(file: "a.md", line: 11)
        let x = 1
        #sourceLocation(file: "a.md", line: 11)
        @inline(never)
        func a() {

        """))
  }
}
