/// The state of one pass over a source.
struct SwiftScanner {
  let bytes: [UInt8]
  var position = 0
  var tokens: [SwiftToken] = []
  /// The strings around the current interpolation, outermost first.
  var openStrings: [OpenString] = []
  /// The start of a multi-line string that is not closed at the end of the source.
  var unterminatedString: Int?
  /// The last token that is neither white space nor a comment.
  var previous: SwiftToken?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 3)
  }

  mutating func scan() -> [SwiftToken] {
    while position < bytes.count { scanToken() }
    return tokens
  }

  /// Returns the byte at a distance ahead, or 0 after the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Adds a token from `start` to the current position.
  mutating func emit(_ kind: SwiftToken.Kind, from start: Int, isTerminated: Bool = true) {
    let token = SwiftToken(kind, start..<position, isTerminated: isTerminated)
    tokens.append(token)
    switch kind {
    case .whitespace, .newline, .comment: break
    default: previous = token
    }
  }

  /// Skips the bytes that satisfy a condition.
  mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private mutating func scanToken() {
    let start = position
    switch bytes[position] {
    case .newline, .carriageReturn: scanNewline()
    case .space, .tab, 0x0B, 0x0C:
      skip { $0 == .space || $0 == .tab || $0 == 0x0B || $0 == 0x0C }
      emit(.whitespace, from: start)
    case .slash: scanSlash()
    case .quote: scanString(pounds: 0)
    case .pound: scanPound()
    case .at: scanAttribute()
    case .backquote: scanBackquote()
    case .zero ... .nine: scanNumber()
    case .leftParenthesis:
      if !openStrings.isEmpty { openStrings[openStrings.count - 1].depth += 1 }
      scanPunctuation()
    case .rightParenthesis: scanRightParenthesis()
    default: scanOther()
    }
  }

  private mutating func scanOther() {
    if isIdentifierHead(at: position) {
      scanIdentifier()
    } else if operatorLength(at: position) > 0 {
      scanOperator()
    } else {
      scanPunctuation()
    }
  }

  private mutating func scanNewline() {
    let start = position
    position += peek() == .carriageReturn && peek(1) == .newline ? 2 : 1
    emit(.newline, from: start)
  }

  mutating func scanPunctuation() {
    let start = position
    position += scalarLength(at: position)
    emit(.punctuation, from: start)
  }

  private mutating func scanRightParenthesis() {
    guard let string = openStrings.last else { return scanPunctuation() }
    guard string.depth == 0 else {
      openStrings[openStrings.count - 1].depth -= 1
      return scanPunctuation()
    }
    openStrings.removeLast()
    position += 1
    emit(.interpolation, from: position - 1)
    continueString(string, from: position)
  }

  private mutating func scanAttribute() {
    let start = position
    position += 1
    while isIdentifierHead(at: position) || (peek() == .dot && isIdentifierHead(at: position + 1)) {
      position += 1
      skipIdentifierBody()
    }
    emit(position == start + 1 ? .punctuation : .attribute, from: start)
  }

  private mutating func scanPound() {
    let start = position
    skip { $0 == .pound }
    let pounds = position - start
    switch peek() {
    case .quote:
      position = start
      scanString(pounds: pounds)
    case .slash:
      position = start
      scanExtendedRegex(pounds: pounds)
    default:
      let isNamed = pounds == 1 && isIdentifierHead(at: position)
      if isNamed { skipIdentifierBody() }
      emit(isNamed ? .directive : .punctuation, from: start)
    }
  }

  private mutating func scanOperator() {
    let start = position
    let startsWithDot = peek() == .dot
    while position < bytes.count {
      if peek() == .dot, !startsWithDot { break }
      if position > start, peek() == .slash, peek(1) == .slash || peek(1) == .star { break }
      let length = operatorLength(at: position)
      if length == 0 { break }
      position += length
    }
    emit(startsWithDot && position == start + 1 ? .punctuation : .operator, from: start)
  }
}
