/// A mention of an entry of the bibliography: `@robbins1951` within brackets.
public struct Citation: Equatable, Sendable {
  /// The entry's key.
  public var key: String
  /// The text after the comma, such as `p. 3`.
  public var locator: String?
  /// The range of the key.
  public var range: SourceRange

  /// Makes a citation.
  public init(key: String, locator: String? = nil, range: SourceRange) {
    self.key = key
    self.locator = locator
    self.range = range
  }
}
