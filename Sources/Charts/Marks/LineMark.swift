import Transcript

/// A line through points, in their order.
public struct LineMark: Hashable, Sendable {
  /// The treatment of a noisy line.
  public enum Smoothing: UInt8, Hashable, Sendable {
    /// The line is drawn as it is.
    case none = 0
    /// A line whose ups and downs add up to many times its height is drawn thin and pale, with its
    /// moving mean on top; the picture names both.
    case automatic = 1
  }

  /// The series' name; nil for a line without one.
  public var label: String?
  /// The points' x coordinates; as many as `y`.
  public var x: [Double]
  /// The points' values. A value that is nan or infinite, or has no position on a logarithmic axis,
  /// leaves a gap; where no finite value follows, the line ends in an arrow.
  public var y: [Double]
  /// The treatment of a noisy line.
  public var smoothing: Smoothing

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates.
  ///   - y: the points' values; the longer of the two lists is cut to the shorter.
  public init(
    label: String? = nil, x: [Double], y: [Double], smoothing: Smoothing = .none
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.smoothing = smoothing
  }

  /// The number of points.
  public var count: Int { min(x.count, y.count) }
}

extension LineMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(smoothing.rawValue)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](y.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.optionalString(), x: [], y: [])
    guard let smoothing = Smoothing(rawValue: try reader.byte()) else { throw .malformed }
    self.smoothing = smoothing
    x = try reader.doubles()
    y = try reader.doubles()
    guard x.count == y.count else { throw .malformed }
  }

  var size: MarkSize {
    MarkSize(numbers: x.count + y.count, texts: [label ?? ""]) {
      50 + min(count, 1500) * (smoothing == .none ? 1 : 2)
    }
  }
}
