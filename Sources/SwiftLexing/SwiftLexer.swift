/// Cuts Swift source into tokens: enough to colour it and to join it with other code, in one pass
/// and in linear time. Every text is accepted; what has no end ends with the text.
public enum SwiftLexer {
  /// The tokens of a source. Together they cover every byte exactly once, in order.
  ///
  /// - Parameter source: Swift, complete or not.
  public static func tokens(in source: some StringProtocol) -> [SwiftToken] {
    var scanner = SwiftScanner(Array(source.utf8))
    return scanner.scan()
  }

  /// The first thing that keeps a source from standing by itself between other code: a bracket
  /// without its partner, or a comment, string or `#if` without its end. Nil when there is none.
  ///
  /// - Parameter source: Swift, complete or not.
  public static func bracketImbalance(in source: some StringProtocol) -> SwiftImbalance? {
    SwiftImbalance.first(in: Array(source.utf8))
  }
}
