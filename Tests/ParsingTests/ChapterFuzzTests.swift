import Markdown
import Parsing
import Testing

@Suite("Any bytes")
struct ChapterFuzzTests {
  /// A generator that gives the same numbers every time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private func check(_ bytes: [UInt8]) {
    let result = ChapterParser.parse(bytes, path: "fuzz.md")
    let chapter = result.chapter
    #expect(chapter.faults == result.diagnostics.filter { $0.severity == .error })
    #expect(chapter.blocks.compactMap(\.problem).allSatisfy(chapter.faults.contains))
    for diagnostic in result.diagnostics {
      let start = diagnostic.range?.start
      #expect(start.map { $0.line >= 1 && $0.column >= 1 } == true)
      #expect(start.map { $0.line <= bytes.count { $0 == 0x0A } + 1 } == true)
    }
    #expect(!ChapterDump.text(of: chapter).isEmpty)
    if chapter.tree != nil {
      #expect(
        bytes.count - chapter.text.utf8.count
          == (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
    }
  }

  @Test("random bytes are parsed or refused")
  func random() {
    var dice = Dice(state: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...200, using: &dice)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) })
    }
  }

  @Test("pieces of chapters in any order are parsed or refused")
  func pieces() {
    let pieces = [
      "---\n", "title: x\n", "```", "```swift experiment id=a", "~~~", "\n", "\r\n", "> ", "- ",
      "  ", "    ",
      "\t", "//| caption: x\n", "//|", "{", "}", "\"", "\"\"\"", "/*", "id=", "setup ", "&a ",
      "*a ", ": ", "[",
      "]", "é", "\u{FEFF}", "1. ", "`", "=",
    ]
    var dice = Dice(state: 2)
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...25, using: &dice)
      let text = (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      check(Array(text.utf8))
    }
  }

  @Test("damaged fixtures are parsed or refused")
  func mutations() throws {
    var dice = Dice(state: 3)
    for name in try Fixture.cases(in: "good") + Fixture.cases(in: "bad") {
      let original = try Fixture.bytes(name + ".md")
      for _ in 0..<30 where original.count < 5_000 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
          let index = Int.random(in: 0..<bytes.count, using: &dice)
          switch Int.random(in: 0...3, using: &dice) {
          case 0: bytes.remove(at: index)
          case 1: bytes[index] = UInt8.random(in: 0...255, using: &dice)
          case 2: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
          default: bytes.removeSubrange(index..<min(index + 10, bytes.count))
          }
        }
        check(bytes)
      }
    }
  }
}
