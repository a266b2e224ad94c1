/// A string literal that has been opened.
struct OpenString {
  /// The index of its first `#` or quote.
  var start: Int
  /// The number of `#` before its opening quote.
  var pounds: Int
  /// True for a string between three quotes.
  var isMultiline: Bool
  /// The number of open parentheses within its interpolation.
  var depth = 0

  /// The number of quotes at either end.
  var quotes: Int { isMultiline ? 3 : 1 }
}

extension SwiftScanner {
  /// Scans a string from its first `#` or quote to its end or its first interpolation.
  mutating func scanString(pounds: Int) {
    let start = position
    position += pounds
    let isMultiline = peek(1) == .quote && peek(2) == .quote && !closesOnThisLine(pounds: pounds)
    let string = OpenString(start: start, pounds: pounds, isMultiline: isMultiline)
    position += string.quotes
    continueString(string, from: start)
  }

  /// Scans the rest of a string, up to its end or its next interpolation.
  mutating func continueString(_ string: OpenString, from start: Int) {
    while position < bytes.count {
      switch bytes[position] {
      case .quote where isRun(of: .quote, string.quotes, thenPounds: string.pounds):
        position += string.quotes + string.pounds
        return emit(.string, from: start)
      case .backslash where isRun(of: .backslash, 1, thenPounds: string.pounds):
        if peek(1 + string.pounds) == .leftParenthesis {
          return beginInterpolation(of: string, from: start)
        }
        position += 1 + string.pounds
        if position < bytes.count, string.isMultiline || !bytes[position].isLineEnd {
          position += 1
        }
      case .newline where !string.isMultiline, .carriageReturn where !string.isMultiline:
        if position > start { emit(.string, from: start, isTerminated: false) }
        return
      default: position += 1
      }
    }
    if string.isMultiline { unterminatedString = string.start }
    if position > start { emit(.string, from: start, isTerminated: false) }
  }

  private mutating func beginInterpolation(of string: OpenString, from start: Int) {
    if position > start { emit(.string, from: start) }
    let opening = position
    position += 2 + string.pounds
    emit(.interpolation, from: opening)
    openStrings.append(string)
  }

  /// Returns true when a number of equal bytes, and then a number of `#`, are at the current
  /// position.
  private func isRun(of byte: UInt8, _ count: Int, thenPounds pounds: Int) -> Bool {
    guard position + count + pounds <= bytes.count else { return false }
    for offset in 0..<count where bytes[position + offset] != byte { return false }
    for offset in count..<(count + pounds) where bytes[position + offset] != .pound {
      return false
    }
    return true
  }

  /// Returns true when three quotes after `#` begin a single-line string that contains quotes, such
  /// as `#"""#`.
  private func closesOnThisLine(pounds: Int) -> Bool {
    // Without `#` the second quote closes an empty string, and the third would open another.
    guard pounds > 0 else { return false }
    var index = position + 1
    while index < bytes.count, !bytes[index].isLineEnd {
      if bytes[index] == .quote {
        var end = index + 1
        while end < bytes.count, end - index <= pounds, bytes[end] == .pound { end += 1 }
        if end - index - 1 == pounds { return true }
      }
      index += 1
    }
    return false
  }
}
