extension [SwiftToken] {
  /// Returns the index after the bracket that closes the one at an index, or the end when it is not
  /// closed.
  /// - Parameters:
  ///   - start: the index of the opening bracket; for any other token the next index is returned
  ///   - text: returns the text of the token with an index
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
