/// A place of the text that names an entry of the bibliography: `@robbins1951` within brackets.
public struct Citation: Equatable, Sendable {
  /// The entry's key.
  public var key: String
  /// Where the key stands.
  public var range: SourceRange

  /// Makes a citation.
  public init(key: String, range: SourceRange) {
    self.key = key
    self.range = range
  }
}
