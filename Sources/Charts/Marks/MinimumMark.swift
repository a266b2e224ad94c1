import Transcript

/// A point at which a function is known to be lowest.
public struct MinimumMark: Hashable, Sendable {
  /// The first coordinate.
  public var x: Double
  /// The second coordinate.
  public var y: Double
  /// The point's name; nil for "minimum" in the page's language.
  public var name: String?

  /// Marks a point.
  public init(x: Double, y: Double, name: String? = nil) {
    (self.x, self.y, self.name) = (x, y, name)
  }
}

extension MinimumMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(x)
    writer.write(y)
    writer.write(optional: name)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      x: try reader.double(), y: try reader.double(), name: try reader.optionalString())
  }

  var size: MarkSize { MarkSize(texts: [name ?? ""]) }
}
