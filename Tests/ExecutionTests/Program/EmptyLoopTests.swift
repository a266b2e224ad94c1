import BookModel
import Testing

@testable import Execution

@Suite struct EmptyLoopTests {
  @Test(
    "The only loop with nothing in its braces is found",
    arguments: [
      ("print(1)\n  while true {}\nprint(2)", (2, 3)),
      ("var i = 0\nwhile i < 3 { i += 1 }\nrepeat { /* nothing */ } while i == 3", (3, 1)),
      ("for _ in 0... {\n  // nothing\n}", (1, 1)),
      ("while [1].contains(where: { $0 == 1 }) { continue }", (1, 1)),
      ("repeat { use() } while on\nif on {}\nfor x in y { while x {} }", (3, 14)),
    ])
  func found(code: String, place: (line: Int, column: Int)) {
    #expect(
      EmptyLoop.onlyPosition(in: code) == SourcePosition(line: place.line, column: place.column))
  }

  @Test(
    "No loop is named where none is empty, or where several are",
    arguments: [
      "", "while", "while true", "while true {", "print(\"while true {}\")",
      "while true { step() }", "if a {}", "while a {}\nwhile b {}", "// while true {}",
    ])
  func none(code: String) {
    #expect(EmptyLoop.onlyPosition(in: code) == nil)
  }
}
