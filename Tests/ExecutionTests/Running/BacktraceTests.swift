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
      Backtrace.places(in: Array(json.utf8)[...], file: "chapter.md") == [
        SourcePosition(line: 41, column: 31), SourcePosition(line: 43, column: 0),
      ])
  }

  @Test("A program's own words are told from what the runtime adds to them")
  func standardError() {
    let runtime = """
      chapter/chapter.md:5: Fatal error: Index out of range

      *** Signal 4: Backtracing from 0x7f532996df7f... done ***

      { "timestamp": "2026", "threads": [{"file": "/w/chapter.md", "line": 3, "column": 2}]}
      """
    let trapped = StandardError(Array("first\n\nsecond: Fatal error\n\(runtime)".utf8))
    #expect(trapped.text(trapped: true) == "first\n\nsecond: Fatal error\n")
    #expect(trapped.reason == .words("index out of range"))
    #expect(trapped.places == [SourcePosition(line: 3, column: 2)])
    let forged = StandardError(
      Array("{ \"timestamp\": \"1\", \"chapter.md\", \"line\": 9 }\n\(runtime)".utf8))
    #expect(forged.places == [SourcePosition(line: 3, column: 2)])
    let calm = StandardError(Array("a: Fatal error: b\n".utf8))
    #expect(calm.text(trapped: false) == "a: Fatal error: b\n")
    #expect(calm.places.isEmpty)
    #expect(StandardError([]).text(trapped: true) == "")
  }

  @Test("Of a long stream the beginning and the end are kept")
  func bounded() {
    var stream = BoundedBytes()
    for number in 0..<1000 {
      stream.append([UInt8](repeating: UInt8(number % 251), count: 1000), keeping: 1500)
    }
    #expect(stream.bytes.count == 1500 + BoundedBytes.tailLimit)
    #expect(
      stream.bytes.prefix(1500).elementsEqual(
        [UInt8](repeating: 0, count: 1000) + [UInt8](repeating: 1, count: 500)))
    #expect(stream.bytes.suffix(1000).allSatisfy { $0 == UInt8(999 % 251) })
  }

  @Test(
    "Swift's reason for a trap is found in what the program wrote",
    arguments: [
      ("Swift/Array.swift:692: Fatal error: Index out of range\n", "index out of range"),
      ("u/u.swift:4: Precondition failed: want four", "want four"),
      ("x\nu/u.swift:4: Precondition failed\n", "a precondition does not hold"),
      ("chapter.md:5: Fatal error: NDArray is empty", "NDArray is empty"),
      (
        "Could not cast value of type 'A' (0x7f01) to 'B' (0x7f02).\n",
        "could not cast value of type 'A' to 'B'"
      ),
      (
        "Simultaneous accesses to 0x55, but modification requires exclusive access.\nPrevious access",
        "a variable is changed while it is in use"
      ),
      ("u.swift:4: Assertion failed\n", "an assertion does not hold"),
      ("nothing", nil),
    ])
  func reasons(errors: String, reason: String?) {
    #expect(TrapReason.read(Array(errors.utf8))?.message == reason)
  }
}
