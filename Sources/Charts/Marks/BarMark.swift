import Transcript

/// Bars over the categories of the horizontal axis. Several bar marks of a chart are drawn side by
/// side.
public struct BarMark: Hashable, Sendable {
  /// The series' name; nil for bars without one.
  public var label: String?
  /// The bars' heights, one for each of the axis's categories.
  public var y: [Double]

  /// Makes bars.
  ///
  /// - Parameter y: the heights, in the order of `Axis.categories`. A value that is not finite is
  ///   written in place of its bar.
  public init(label: String? = nil, y: [Double]) {
    self.label = label
    self.y = y
  }
}

extension BarMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(y)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.optionalString(), y: try reader.doubles())
  }

  var size: MarkSize {
    MarkSize(numbers: y.count, bars: y.count, texts: [label ?? ""]) { 50 + y.count * 10 }
  }
}
