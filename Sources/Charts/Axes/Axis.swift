/// One axis of a chart.
public struct Axis: Hashable, Sendable {
  /// How values are placed along the axis.
  public enum Scale: UInt8, Hashable, Sendable {
    /// Equal differences, equal distances.
    case linear = 0
    /// Equal ratios, equal distances, in decades. Values that are not positive are left out.
    case log = 1
    /// Linear between −`threshold` and `threshold`, and logarithmic beyond, on both sides: for
    /// values of both signs and many sizes.
    case symmetricLog = 2
  }

  /// Short, with its unit.
  public var label: String
  /// How values are placed.
  public var scale: Scale
  /// The interval to show; nil takes what the data needs, and so does an interval that the scale
  /// cannot show.
  public var domain: ClosedRange<Double>?
  /// Names of the places 0, 1, 2, … of an axis of categories, as bars stand on; empty for an axis
  /// of numbers.
  public var categories: [String]
  /// Where a symmetric logarithmic scale turns from linear to logarithmic; rounded down to a power
  /// of ten. The stretch from 0 to there is as long as a decade.
  public var threshold: Double

  /// Makes an axis.
  public init(
    label: String = "", scale: Scale = .linear, domain: ClosedRange<Double>? = nil,
    categories: [String] = [], threshold: Double = 1
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
    self.categories = categories
    self.threshold = threshold
  }
}
