/// A file beside the chapters to which the text links.
public struct LinkedFile: Equatable, Sendable {
  /// The path, relative to the chapter.
  public var path: String
  /// The range of the address.
  public var range: SourceRange
  /// The file's content; nil until it has been read, and when it cannot be.
  public var bytes: [UInt8]?
  /// True when there is no such file, so that the link leads nowhere.
  public var isMissing = false

  /// Makes a file that has not been read yet.
  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}
