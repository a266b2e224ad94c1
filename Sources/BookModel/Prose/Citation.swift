/// A place of the text that names an entry of the bibliography: `@robbins1951` within brackets.
public struct Citation: Equatable, Sendable {
  /// The entry's key.
  public var key: String
  /// What stands behind the comma, such as `p. 3`.
  public var locator: String?
  /// Where the key stands.
  public var range: SourceRange

  /// Makes a citation.
  public init(key: String, locator: String? = nil, range: SourceRange) {
    self.key = key
    self.locator = locator
    self.range = range
  }
}
