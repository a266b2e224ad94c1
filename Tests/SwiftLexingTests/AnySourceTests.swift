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
    for source in RandomSources(of: pieces) {
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
