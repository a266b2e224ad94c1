import Testing

@testable import Execution

@Suite struct StraightCodeTests {
  @Test("an experiment with a brace is optimized, one without is not; a brace in a text is none")
  func braces() {
    #expect(StraightCode.isStraight("let x = f(1)\nprint(\"{ \\(x) }\") // {\n"))
    #expect(!StraightCode.isStraight("for i in 0..<9 { print(i) }"))
    #expect(!StraightCode.isStraight("print(xs.map { $0 + 1 })"))
    #expect(!StraightCode.isStraight("print(\"\\(xs.map { $0 + 1 })\")"))
  }
}
