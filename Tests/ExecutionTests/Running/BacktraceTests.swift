import BookModel
import Testing

@testable import Execution

@Suite struct BacktraceTests {
  @Test("Only the frames in the chapter count, the innermost first")
  func places() {
    let json = """
      {"threads": [{"frames": [
        {"symbol": "a", "sourceLocation": {"file": "other.swift", "line": 1, "column": 2}},
        {"symbol": "b", "sourceLocation": { "file": "/a folder/chapter.md", "line": 41, "column": 31 }},
        {"symbol": "c", "sourceLocation": {"file":"chapter.md","line":43,"column":0}},
        {"symbol": "d", "sourceLocation": {"file": "chapter.md", "line": 0, "column": 0}}]}]}
      """
    #expect(
      Backtrace.places(in: Array(json.utf8), file: "chapter.md") == [
        SourcePosition(line: 41, column: 31), SourcePosition(line: 43, column: 0),
      ])
  }

  @Test(
    "Swift's reason for a trap is found in what the program wrote",
    arguments: [
      ("Swift/Array.swift:692: Fatal error: Index out of range\n", "index out of range"),
      ("u/u.swift:4: Precondition failed: want four", "want four"),
      ("x\nu/u.swift:4: Precondition failed\n", "a precondition does not hold"),
      ("chapter.md:5: Fatal error: NDArray is empty", "NDArray is empty"),
      ("nothing", nil),
    ])
  func reasons(errors: String, reason: String?) {
    #expect(TrapReason.read(Array(errors.utf8)) == reason)
  }
}
