import Transcript

/// The path of the iterates of a descent over a function of two variables.
public struct TrajectoryMark: Hashable, Sendable {
  /// The path's name; nil for one without a name.
  public var label: String?
  /// The iterates' first coordinates, from the start; as many as `y`.
  public var x: [Double]
  /// The iterates' second coordinates. The path ends before the first iterate that is not finite.
  public var y: [Double]
  /// The function's values at the iterates, or none.
  public var values: [Double]
  /// True when the page offers an animation of the path, step by step.
  public var isAnimated: Bool

  /// Makes a trajectory. The longer of `x` and `y` is cut to the shorter; `values` that are fewer
  /// than the iterates are dropped.
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
