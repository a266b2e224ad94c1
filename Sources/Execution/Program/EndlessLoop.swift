import BookModel
import SwiftLexing

/// Finds the loop in which a program is that does not end, where its backtrace does not show it: the
/// compiler gives a loop with nothing in its braces no line, and a backtrace from within the system's
/// library may end there.
enum EndlessLoop {
  /// Returns the place of the only loop in a piece of code with nothing in its braces, or else of the
  /// only one that is in no other; nil when there is none or more than one.
  static func likelyPosition(in code: String) -> SourcePosition? {
    let bytes = Array(code.utf8)
    let tokens = SwiftLexer.tokens(in: code).filter {
      ![.whitespace, .newline, .comment].contains($0.kind)
    }
    func text(_ index: Int) -> String { String(tokens[index].text(in: bytes)) }
    var starts: [Int] = []
    var emptyStarts: [Int] = []
    // The end of the last loop that is in no other.
    var outermostEnd = 0
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
      if index >= outermostEnd {
        starts.append(tokens[index].range.lowerBound)
        outermostEnd = behind
      }
      if ((body + 1)..<(behind - 1)).allSatisfy({ text($0) == "continue" }) {
        emptyStarts.append(tokens[index].range.lowerBound)
      }
    }
    let likely = emptyStarts.isEmpty ? starts : emptyStarts
    guard likely.count == 1 else { return nil }
    let before = bytes[..<likely[0]]
    let newline = UInt8(ascii: "\n")
    return SourcePosition(
      line: before.count { $0 == newline } + 1,
      column: likely[0] - (before.lastIndex(of: newline).map { $0 + 1 } ?? 0) + 1)
  }
}
