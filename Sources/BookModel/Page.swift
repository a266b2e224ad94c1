/// A finished file of the site.
public struct Page: Equatable, Sendable {
  /// The path below the site's folder, with `/` as separator, such as `en/03-sgd.html`.
  public var path: String
  /// The whole file, complete in itself.
  public var html: String

  /// Makes a page.
  public init(path: String, html: String) {
    self.path = path
    self.html = html
  }
}
