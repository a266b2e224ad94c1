import SwiftLexing

/// Writes key paths that begin with a backslash and a dot as closures: `map(\.value)` becomes
/// `map({ $0.value })`. Embedded Swift has no key paths, but a function is what they are given for as a rule;
/// where a real key path is needed, the closure does not compile either.
enum KeyPathClosures {
  /// Returns the source with closures.
  static func replacing(in source: String) -> String {
    let bytes = Array(source.utf8)
    let tokens = SwiftLexer.tokens(in: source)
    var written: [UInt8] = []
    var copied = 0
    var index = 0
    while index < tokens.count {
      guard let path = path(in: tokens[index...], bytes) else {
        index += 1
        continue
      }
      written += bytes[copied..<tokens[index].range.lowerBound]
      written += "{ $0".utf8
      for name in path.names { written += ".".utf8 + name }
      written += " }".utf8
      index += path.count
      copied = tokens[index - 1].range.upperBound
    }
    return String(decoding: written + bytes[copied...], as: UTF8.self)
  }

  /// Returns the names of the key path that begins here, and the number of its tokens; nil when none does.
  private static func path(
    in tokens: ArraySlice<SwiftToken>, _ bytes: [UInt8]
  ) -> (names: [ArraySlice<UInt8>], count: Int)? {
    guard let first = tokens.first else { return nil }
    var rest = tokens.dropFirst()
    switch bytes[first.range] {
    case [UInt8(ascii: "\\")]:
      guard rest.popFirst().map({ bytes[$0.range] == [UInt8(ascii: ".")] }) ?? false else {
        return nil
      }
    case [UInt8(ascii: "\\"), UInt8(ascii: ".")]: break
    default: return nil
    }
    var names: [ArraySlice<UInt8>] = []
    while let token = rest.first, token.kind == .identifier || token.kind == .functionName {
      names.append(bytes[token.range])
      rest = rest.dropFirst()
      guard let dot = rest.first, bytes[dot.range] == [UInt8(ascii: ".")],
        let next = rest.dropFirst().first, next.kind == .identifier
      else { break }
      rest = rest.dropFirst()
    }
    return names.isEmpty ? nil : (names, rest.startIndex - tokens.startIndex)
  }
}
