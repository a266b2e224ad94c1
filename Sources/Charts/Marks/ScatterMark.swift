import Transcript

/// Points, with a colour and a shape for the series.
public struct ScatterMark: Hashable, Sendable {
  /// The series' name; nil for points without one.
  public var label: String?
  /// The points' x coordinates; as many as `y`.
  public var x: [Double]
  /// The points' values. Points that are not finite are left out, and the text says so.
  public var y: [Double]

  /// Makes points.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates.
  ///   - y: the points' values; the longer of the two lists is cut to the shorter.
  public init(label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }

  /// The number of points.
  public var count: Int { min(x.count, y.count) }
}

extension ScatterMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](y.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      label: try reader.optionalString(), x: try reader.doubles(), y: try reader.doubles())
    guard x.count == y.count else { throw .malformed }
  }

  var size: MarkSize {
    MarkSize(numbers: x.count + y.count, texts: [label ?? ""]) { 50 + min(count, 700) * 3 }
  }
}
