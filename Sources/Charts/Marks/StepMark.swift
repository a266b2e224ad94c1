import Transcript

/// A line of steps: each value holds from its x coordinate until the next one. For learning rates
/// that change at a step, and for counts.
public struct StepMark: Hashable, Sendable {
  /// The series' name; nil for a line without one.
  public var label: String?
  /// The x coordinates from which the values hold; as many as `y`.
  public var x: [Double]
  /// The values.
  public var y: [Double]

  /// Makes a line of steps.
  ///
  /// - Parameters:
  ///   - x: the x coordinates from which the values hold.
  ///   - y: the values; the longer of the two lists is cut to the shorter.
  public init(label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }
}

extension StepMark: MarkData {
  func write(to writer: inout ByteWriter) { values.write(to: &writer) }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let line = try LineMark(from: &reader)
    self.init(label: line.label, x: line.x, y: line.y)
  }

  /// The values without the steps between them.
  package var values: LineMark { LineMark(label: label, x: x, y: y) }

  var size: MarkSize { values.size }
}
