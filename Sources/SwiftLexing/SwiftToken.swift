/// A token of Swift source.
public struct SwiftToken: Hashable, Sendable {
  /// The kinds of tokens, as far as they matter for highlighting and joining code.
  public enum Kind: String, CaseIterable, Sendable {
    /// `func`, `let`, `self`, `async` and the like, except as an argument's label or a member's
    /// name.
    case keyword
    /// A name, `$0` and names in backquotes included.
    case identifier
    /// A name that begins with a capital letter.
    case typeName
    /// A name directly before an opening parenthesis.
    case functionName
    /// A number, without its sign.
    case number
    /// A string, or the parts of it before, between and after interpolations, delimiters included.
    case string
    /// A regular expression, its slashes included.
    case regex
    /// `\(` within a string, and the parenthesis that closes it.
    case interpolation
    /// A comment of either form, without the newline that ends it.
    case comment
    /// `@` and its name.
    case attribute
    /// `#` and its name: a directive such as `#if`, or a macro.
    case directive
    /// A run of operator characters.
    case `operator`
    /// A bracket, comma, colon, semicolon, a single dot, or a byte that is not allowed in Swift.
    case punctuation
    /// Spaces and tabs.
    case whitespace
    /// One line's end: LF, CR LF or CR.
    case newline
  }

  /// The kind.
  public var kind: Kind
  /// The range, in UTF-8 bytes from the start of the source.
  public var range: Range<Int>
  /// False for a comment, string or regular expression without its end.
  public var isTerminated: Bool

  /// Makes a token.
  public init(_ kind: Kind, _ range: Range<Int>, isTerminated: Bool = true) {
    self.kind = kind
    self.range = range
    self.isTerminated = isTerminated
  }

  /// Returns the token's text in the UTF-8 of the source.
  public func text(in bytes: [UInt8]) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
