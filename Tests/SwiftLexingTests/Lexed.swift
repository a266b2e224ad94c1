import SwiftLexing

/// The tokens of a source as lines such as `keyword let`, without space and newlines.
func lexed(_ source: String) -> [String] {
  let bytes = Array(source.utf8)
  return SwiftLexer.tokens(in: source)
    .filter { $0.kind != .whitespace && $0.kind != .newline }
    .map { "\($0.kind.rawValue) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
}

/// Whether the tokens of a source cover all its bytes exactly once, in order, none of them empty.
func isCovered(_ source: String) -> Bool {
  var end = 0
  for token in SwiftLexer.tokens(in: source) {
    guard token.range.lowerBound == end, !token.range.isEmpty else { return false }
    end = token.range.upperBound
  }
  return end == source.utf8.count
}
