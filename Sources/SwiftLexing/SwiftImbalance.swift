/// Something in a source that is not closed before the end, or not opened after the start.
public struct SwiftImbalance: Hashable, Sendable {
  /// The kinds of imbalances.
  public enum Kind: Hashable, Sendable {
    /// A `)`, `]` or `}` without an opener, or with the wrong one.
    case unmatchedCloser
    /// A `(`, `[`, `{` or `\(` that is not closed.
    case unclosedOpener
    /// A comment without its `*/`.
    case unterminatedComment
    /// A multi-line string, or a regular expression, without its end.
    case unterminatedLiteral
    /// An `#else`, `#elseif` or `#endif` without its `#if`.
    case unmatchedDirective
    /// An `#if` without its `#endif`.
    case unclosedDirective
  }

  /// The kind.
  public var kind: Kind
  /// The start, in UTF-8 bytes from the start of the source.
  public var offset: Int
  /// The text, such as `}`, `\(`, `/*`, `"""` or `#endif`.
  public var text: String
  /// The position of the last open bracket, for a closer that does not match it.
  public var opener: Int?

  /// Returns the first imbalance of a source. A wrong closer is reported before an unclosed opener;
  /// of several unclosed openers the last is reported.
  static func first(in bytes: [UInt8]) -> SwiftImbalance? {
    var scanner = SwiftScanner(bytes)
    let tokens = scanner.scan()
    var balance = Balance(bytes: bytes)
    for token in tokens {
      if let imbalance = balance.imbalance(after: token) { return imbalance }
    }
    if let start = scanner.unterminatedString { return balance.unterminatedLiteral(at: start) }
    return balance.remainder
  }
}

/// The open brackets and directives in a sequence of tokens.
private struct Balance {
  let bytes: [UInt8]
  var openers: [Int] = []
  /// The open `#if`s, each with the number of brackets that are open around it. What a clause opens, it
  /// closes: the compiler may not see it.
  var conditions: [(start: Int, depth: Int)] = []

  mutating func imbalance(after token: SwiftToken) -> SwiftImbalance? {
    switch token.kind {
    case .comment where !token.isTerminated:
      found(.unterminatedComment, token.range.prefix(2))
    case .regex where !token.isTerminated:
      unterminatedLiteral(at: token.range.lowerBound)
    case .punctuation, .interpolation: imbalance(afterBracket: token)
    case .directive: imbalance(afterDirective: token)
    default: nil
    }
  }

  var remainder: SwiftImbalance? {
    if let opener = openers.last {
      return found(.unclosedOpener, opener..<(opener + 1))
    }
    return conditions.last.map { found(.unclosedDirective, $0.start..<($0.start + 3)) }
  }

  private mutating func imbalance(afterBracket token: SwiftToken) -> SwiftImbalance? {
    let partner: UInt8
    switch bytes[token.range.upperBound - 1] {
    case .leftParenthesis, .leftBracket, .leftBrace:
      openers.append(token.range.upperBound - 1)
      return nil
    case .rightParenthesis: partner = .leftParenthesis
    case .rightBracket: partner = .leftBracket
    case .rightBrace: partner = .leftBrace
    default: return nil
    }
    let isOpenedHere = openers.count > conditions.last?.depth ?? 0
    if isOpenedHere, let opener = openers.last, bytes[opener] == partner {
      openers.removeLast()
      return nil
    }
    var imbalance = found(.unmatchedCloser, token.range)
    imbalance.opener = openers.last
    return imbalance
  }

  private mutating func imbalance(afterDirective token: SwiftToken) -> SwiftImbalance? {
    let directive = token.text(in: bytes)
    if directive == "#if" {
      conditions.append((token.range.lowerBound, openers.count))
      return nil
    }
    guard ["#else", "#elseif", "#endif"].contains(directive) else { return nil }
    guard let condition = conditions.last else { return found(.unmatchedDirective, token.range) }
    if openers.count > condition.depth {
      return found(.unclosedOpener, openers[openers.count - 1]..<(openers[openers.count - 1] + 1))
    }
    if directive == "#endif" { conditions.removeLast() }
    return nil
  }

  /// Returns the imbalance of a string or regular expression that begins at an index. A single-line
  /// string ends with its line, and the compiler has a better message for it.
  func unterminatedLiteral(at start: Int) -> SwiftImbalance {
    var end = start
    while end < bytes.count, [.pound, .quote, .slash].contains(bytes[end]) { end += 1 }
    return found(.unterminatedLiteral, start..<end)
  }

  private func found(_ kind: SwiftImbalance.Kind, _ range: Range<Int>) -> SwiftImbalance {
    let text = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return SwiftImbalance(kind: kind, offset: range.lowerBound, text: text)
  }
}
