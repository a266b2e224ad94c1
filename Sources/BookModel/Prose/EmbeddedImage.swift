/// An image of the text with the content of its file.
public struct EmbeddedImage: Equatable, Sendable {
  /// The address as the chapter writes it, relative to the chapter.
  public var address: String
  /// The range of the address.
  public var range: SourceRange
  /// The file's content; nil until it has been read.
  public var content: Content?

  /// The content of an image's file.
  public struct Content: Equatable, Sendable {
    /// The media type, such as `image/png`.
    public var mediaType: String
    /// The file's bytes.
    public var bytes: [UInt8]

    /// Makes a content.
    public init(mediaType: String, bytes: [UInt8]) {
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// Makes an image that has not been read yet.
  public init(address: String, range: SourceRange, content: Content? = nil) {
    self.address = address
    self.range = range
    self.content = content
  }
}
