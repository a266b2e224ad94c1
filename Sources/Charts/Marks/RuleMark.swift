import Transcript

/// A reference line across the whole frame, with a label: a floor, a limit, a rate.
public struct RuleMark: Hashable, Sendable {
  /// The course of a reference line.
  public enum Course: Hashable, Sendable {
    /// At a value of the vertical axis.
    case horizontal(Double)
    /// At a value of the horizontal axis.
    case vertical(Double)
    /// Through a point, straight in the picture. The slope is measured in the axes' scales: on two
    /// logarithmic axes slope −2 is the rate x⁻².
    case sloped(Double, x: Double, y: Double)
  }

  /// The course of the line.
  public var course: Course
  /// The text beside the line.
  public var label: String?

  /// Makes a reference line.
  public init(_ course: Course, label: String? = nil) {
    self.course = course
    self.label = label
  }
}

extension Mark {
  /// Makes a reference line at a value of the vertical axis.
  public static func horizontalRule(at value: Double, _ label: String? = nil) -> Mark {
    .rule(RuleMark(.horizontal(value), label: label))
  }

  /// Makes a reference line at a value of the horizontal axis.
  public static func verticalRule(at place: Double, _ label: String? = nil) -> Mark {
    .rule(RuleMark(.vertical(place), label: label))
  }

  /// Makes a reference line with a slope through a point; on two logarithmic axes slope −2 is the
  /// rate x⁻².
  public static func slope(
    _ slope: Double, throughX x: Double, y: Double, _ label: String? = nil
  ) -> Mark {
    .rule(RuleMark(.sloped(slope, x: x, y: y), label: label))
  }
}

extension RuleMark: MarkData {
  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    switch course {
    case .horizontal(let value): writer.write([value])
    case .vertical(let place): writer.write([place, 0])
    case .sloped(let slope, let x, let y): writer.write([slope, x, y])
    }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let label = try reader.optionalString()
    let numbers = try reader.doubles()
    switch numbers.count {
    case 1: self.init(.horizontal(numbers[0]), label: label)
    case 2: self.init(.vertical(numbers[0]), label: label)
    case 3: self.init(.sloped(numbers[0], x: numbers[1], y: numbers[2]), label: label)
    default: throw .malformed
    }
  }

  var size: MarkSize { MarkSize(texts: [label ?? ""]) }
}
