import SwiftLexing
import Testing

@Suite("Any source")
struct AnySourceTests {
  @Test("tokens cover every byte of pieces put together at random")
  func random() {
    let pieces = [
      "\"", "\"\"\"", "#", "\\(", "\\", ")", "(", "/", "/*", "*/", "//", "\n", "\r\n", "\r", " ",
      "a", "é",
      "1", ".", "e", "@", "`", "{", "}", "0x", "学", "→", "\u{301}", "\0", "#if", "=",
    ]
    var state: UInt64 = 7
    for _ in 0..<4_000 {
      var source = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(isCovered(source), "\(source.debugDescription)")
      _ = SwiftLexer.bracketImbalance(in: source)
    }
  }

  @Test(
    "300 KB of the same thing is lexed in linear time",
    .timeLimit(.minutes(1)),
    arguments: [
      "(", "\"", "\"\\(", "/*", "/", "(/", "(/\\", "#", "#\"\"\"", "#/", "`", "\\", "1e", "a.", "é",
      "#\"",
      "((/a ", "\"\"\"\n\\(",
    ])
  func linear(piece: String) {
    let source = String(repeating: piece, count: 300_000 / piece.utf8.count)
    #expect(isCovered(source))
  }

  @Test("line ends are one token each")
  func lineEnds() {
    #expect(SwiftLexer.tokens(in: "\r\n\n\r").map(\.kind) == [.newline, .newline, .newline])
  }
}
