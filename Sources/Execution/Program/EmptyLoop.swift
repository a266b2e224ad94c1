import BookModel
import SwiftLexing

/// Finds a loop with nothing in its braces. The compiler gives such a loop no line, so no backtrace shows
/// that a program was in it.
enum EmptyLoop {
  /// Returns the place of the only such loop in a piece of code; nil when there is none or more than one.
  static func onlyPosition(in code: String) -> SourcePosition? {
    let bytes = Array(code.utf8)
    let tokens = SwiftLexer.tokens(in: code).filter {
      ![.whitespace, .newline, .comment].contains($0.kind)
    }
    func text(_ index: Int) -> String { String(tokens[index].text(in: bytes)) }
    var starts: [Int] = []
    // The end of a `repeat` loop has no braces of its own.
    var end: Int?
    for index in tokens.indices where tokens[index].kind == .keyword && index != end {
      let word = text(index)
      guard ["while", "for", "repeat"].contains(word) else { continue }
      var body = index + 1
      while body < tokens.count, text(body) != "{" {
        body = tokens.indexBehindGroup(at: body, text: text)
      }
      let behind = tokens.indexBehindGroup(at: body, text: text)
      if word == "repeat" { end = behind }
      guard behind > body + 1, text(behind - 1) == "}" else { continue }
      if ((body + 1)..<(behind - 1)).allSatisfy({ text($0) == "continue" }) {
        starts.append(tokens[index].range.lowerBound)
      }
    }
    guard starts.count == 1 else { return nil }
    let before = bytes[..<starts[0]]
    let newline = UInt8(ascii: "\n")
    return SourcePosition(
      line: before.count { $0 == newline } + 1,
      column: starts[0] - (before.lastIndex(of: newline).map { $0 + 1 } ?? 0) + 1)
  }
}
