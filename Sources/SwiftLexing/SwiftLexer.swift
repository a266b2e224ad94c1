/// Splits Swift source into tokens: enough for syntax highlighting and for joining code, in one
/// pass and in linear time. Every text is accepted; anything unterminated ends with the text.
public enum SwiftLexer {
  /// Returns the tokens of a source. Together they cover every byte exactly once, in order.
  ///
  /// - Parameter source: Swift, complete or not.
  public static func tokens(in source: some StringProtocol) -> [SwiftToken] {
    var scanner = SwiftScanner(Array(source.utf8))
    return scanner.scan()
  }

  /// Returns the first imbalance that would affect code around the source: an unmatched bracket, or
  /// an unterminated comment, string or `#if`. Nil when there is none.
  ///
  /// - Parameter source: Swift, complete or not.
  public static func bracketImbalance(in source: some StringProtocol) -> SwiftImbalance? {
    SwiftImbalance.first(in: Array(source.utf8))
  }
}
