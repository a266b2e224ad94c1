import Transcript

/// The way of the iterates of a descent over a function of two variables.
public struct TrajectoryMark: Hashable, Sendable {
  /// The way's name; nil for one that needs none.
  public var label: String?
  /// The iterates' first coordinates, from the start; as many as `y`.
  public var x: [Double]
  /// The iterates' second coordinates. The way ends before the first iterate that is not finite.
  public var y: [Double]
  /// The function's values at the iterates, or none.
  public var values: [Double]
  /// Whether the page offers to watch the way grow step by step.
  public var isAnimated: Bool

  /// Makes a trajectory; what has no partner in the other lists is left out.
  public init(
    label: String? = nil, x: [Double], y: [Double], values: [Double] = [],
    isAnimated: Bool = false
  ) {
    let count = min(x.count, y.count)
    self.label = label
    self.x = [Double](x.prefix(count))
    self.y = [Double](y.prefix(count))
    self.values = values.count >= count ? [Double](values.prefix(count)) : []
    self.isAnimated = isAnimated
  }

  /// The number of iterates.
  public var count: Int { x.count }
}

extension TrajectoryMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(UInt8(isAnimated ? 1 : 0))
    writer.write(x)
    writer.write(y)
    writer.write(values)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let label = try reader.optionalString()
    let flag = try reader.byte()
    let (x, y, values) = (try reader.doubles(), try reader.doubles(), try reader.doubles())
    guard flag <= 1, x.count == y.count, values.isEmpty || values.count == x.count else {
      throw .malformed
    }
    self.init(label: label, x: x, y: y, values: values, isAnimated: flag == 1)
  }

  var size: MarkSize {
    MarkSize(numbers: x.count + y.count + values.count, texts: [label ?? ""]) {
      50 + min(count, 400) * (isAnimated ? 3 : 2)
    }
  }
}
