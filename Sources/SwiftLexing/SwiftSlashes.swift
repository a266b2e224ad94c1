/// Distinguishes comments and operators, which both begin with a slash. A regular expression has `#` before
/// it: without, a slash is an operator in the language mode of the blocks that run.
extension SwiftScanner {
  /// Scans a comment or an operator.
  mutating func scanSlash() {
    switch peek(1) {
    case .slash:
      let start = position
      skip { !$0.isLineEnd }
      emit(.comment, from: start)
    case .star: scanBlockComment()
    default: scanSlashOperator()
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

  /// Scans a regular expression between `#/` and `/#`, which spans several lines when a newline
  /// follows the opening.
  mutating func scanExtendedRegex(pounds: Int) {
    let start = position
    position += pounds + 1
    // It goes on over lines when only spaces follow on the first.
    var end = position
    while end < bytes.count, bytes[end] == .space || bytes[end] == .tab { end += 1 }
    let isMultiline = end < bytes.count && bytes[end].isLineEnd
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
