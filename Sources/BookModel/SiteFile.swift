/// A finished file of the site of any kind.
public struct SiteFile: Equatable, Sendable {
  /// The path below the site's folder, with `/` as separator.
  public var path: String
  /// The whole contents.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
