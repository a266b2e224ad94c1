import BookModel
import Testing

@testable import Execution

@Suite struct EndlessLoopTests {
  @Test(
    "The only loop with nothing in its braces is found, or else the only one",
    arguments: [
      ("print(1)\n  while true {}\nprint(2)", (2, 3)),
      ("var i = 0\nwhile i < 3 { i += 1 }\nrepeat { /* nothing */ } while i == 3", (3, 1)),
      ("for _ in 0... {\n  // nothing\n}", (1, 1)),
      ("while [1].contains(where: { $0 == 1 }) { continue }", (1, 1)),
      ("repeat { use() } while on\nif on {}\nfor x in y { while x {} }", (3, 14)),
      ("print(1)\nwhile true { step() }", (2, 1)),
      ("for x in y {\n  while x { step() }\n  repeat { step() } while on\n}", (1, 1)),
    ])
  func found(code: String, place: (line: Int, column: Int)) {
    #expect(
      EndlessLoop.likelyPosition(in: code) == SourcePosition(line: place.line, column: place.column)
    )
  }

  @Test(
    "No loop is named where there is none, or where several may be meant",
    arguments: [
      "", "while", "while true", "while true {", "print(\"while true {}\")",
      "while true { step() }\nfor x in y { step() }", "if a {}", "while a {}\nwhile b {}",
      "// while true {}",
    ])
  func none(code: String) {
    #expect(EndlessLoop.likelyPosition(in: code) == nil)
  }
}
