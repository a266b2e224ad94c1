extension [SwiftToken] {
  /// The index behind the bracket that closes the one at an index; the end when none does.
  /// - Parameters:
  ///   - start: where the opening bracket stands; at any other token, the next one
  ///   - text: the token's text, by its index
  public func indexBehindGroup(at start: Int, text: (Int) -> String) -> Int {
    var depth = 0
    var index = start
    while index < count {
      if self[index].kind == .punctuation {
        switch text(index) {
        case "{", "(", "[": depth += 1
        case "}", ")", "]": depth -= 1
        default: break
        }
      }
      index += 1
      if depth == 0 { break }
    }
    return index
  }
}
