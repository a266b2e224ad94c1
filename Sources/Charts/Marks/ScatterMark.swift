import Transcript

/// Points of a colour and a shape of their own.
public struct ScatterMark: Hashable, Sendable {
  /// The series' name; nil for points that need none.
  public var label: String?
  /// The points' places; as many as `y`.
  public var x: [Double]
  /// The points' values. Points that are not finite are left out, and the text says so.
  public var y: [Double]

  /// Makes points.
  ///
  /// - Parameters:
  ///   - x: the points' places.
  ///   - y: the points' values; points without a partner in the other list are left out.
  public init(label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }

  /// How many points there are: pairs of a place and a value.
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
