/// A data file that a block declares, and may read.
public struct DeclaredFile: Equatable, Sendable {
  /// The path as the block writes it, relative to the chapter.
  public var name: String
  /// The range of the path in the chapter.
  public var range: SourceRange
  /// The file itself; nil until it has been looked at, and when it cannot be read.
  public var content: Content?

  /// A file that has been looked at.
  public struct Content: Equatable, Sendable {
    /// The resolved path.
    public var path: String
    /// The number of bytes.
    public var size: Int
    /// Identifies the bytes, whatever the path and the times of the file are.
    public var digest: String
    /// Identifies the state in which the file was read.
    public var stamp: String

    /// Makes the description of a file.
    public init(path: String, size: Int, digest: String, stamp: String) {
      (self.path, self.size, self.digest, self.stamp) = (path, size, digest, stamp)
    }
  }

  /// Makes a file that has not been looked at yet.
  public init(name: String, range: SourceRange) { (self.name, self.range) = (name, range) }
}
