/// Distinguishes comments, regular expressions and operators, which all begin with a slash.
extension SwiftScanner {
  /// Scans a comment, a regular expression, or an operator.
  mutating func scanSlash() {
    switch peek(1) {
    case .slash:
      let start = position
      skip { !$0.isLineEnd }
      emit(.comment, from: start)
    case .star: scanBlockComment()
    default:
      if let end = endOfRegex() {
        let start = position
        position = end
        emit(.regex, from: start)
      } else {
        scanSlashOperator()
      }
    }
  }

  private mutating func scanBlockComment() {
    let start = position
    position += 2
    var depth = 1
    while depth > 0, position < bytes.count {
      if peek() == .slash, peek(1) == .star {
        depth += 1
        position += 2
      } else if peek() == .star, peek(1) == .slash {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    }
    emit(.comment, from: start, isTerminated: depth == 0)
  }

  private mutating func scanSlashOperator() {
    let start = position
    while position < bytes.count, peek() != .dot {
      if position > start, peek() == .slash, peek(1) == .slash || peek(1) == .star { break }
      let length = operatorLength(at: position)
      if length == 0 { break }
      position += length
    }
    emit(.operator, from: start)
  }

  /// Returns the end of a regular expression that begins here, or nil when the slash is an
  /// operator. As in the language, it ends on the same line and has no space at either end.
  private mutating func endOfRegex() -> Int? {
    guard position >= noRegexBefore, expectsValue else { return nil }
    guard peek(1) != .space, peek(1) != .tab else { return nil }
    var index = position + 1
    while index < bytes.count, !bytes[index].isLineEnd {
      if bytes[index] == .backslash {
        index += 1
      } else if bytes[index] == .slash {
        return bytes[index - 1] == .space || bytes[index - 1] == .tab ? nil : index + 1
      }
      index += 1
    }
    noRegexBefore = index
    return nil
  }

  /// True when a value can begin here, rather than an operator between values.
  private var expectsValue: Bool {
    guard let previous else { return true }
    let first = bytes[previous.range.lowerBound]
    switch previous.kind {
    case .keyword:
      return !["self", "Self", "super", "true", "false", "nil"].contains(text(previous))
    case .operator: return previous.range.upperBound < position || first != 0x3F && first != 0x21
    case .interpolation: return first == .backslash
    case .punctuation:
      return [.leftParenthesis, .leftBracket, .leftBrace, .rightBrace, .comma, .colon, 0x3B]
        .contains(first)
    default: return false
    }
  }

  private func text(_ token: SwiftToken) -> String {
    token.text(in: bytes)
  }

  /// Scans a regular expression between `#/` and `/#`, which spans several lines when a newline
  /// follows the opening.
  mutating func scanExtendedRegex(pounds: Int) {
    let start = position
    position += pounds + 1
    let isMultiline = peek().isLineEnd
    while position < bytes.count, isMultiline || !peek().isLineEnd {
      if peek() == .backslash {
        position = min(position + 2, bytes.count)
      } else if peek() == .slash, hasPounds(pounds, after: 1) {
        position += 1 + pounds
        return emit(.regex, from: start)
      } else {
        position += 1
      }
    }
    emit(.regex, from: start, isTerminated: false)
  }

  private func hasPounds(_ pounds: Int, after distance: Int) -> Bool {
    for offset in 0..<pounds where peek(distance + offset) != .pound { return false }
    return true
  }
}
