/// One axis of a chart.
public struct Axis: Hashable, Sendable {
  /// The function that maps values to positions along an axis.
  public enum Scale: UInt8, Hashable, Sendable {
    /// Equal differences have equal lengths.
    case linear = 0
    /// Equal ratios have equal lengths, in decades. Values that are not positive are left out.
    case log = 1
    /// Linear between −`threshold` and `threshold`, and logarithmic beyond, on both sides: for
    /// values of both signs and many magnitudes.
    case symmetricLog = 2
  }

  /// A short name with its unit.
  public var label: String
  /// The scale of the values.
  public var scale: Scale
  /// The interval to show; nil for the data's own, which also replaces an interval that the scale
  /// cannot show.
  public var domain: ClosedRange<Double>?
  /// The names of the positions 0, 1, 2, … of a categorical axis, as used by bars; empty for a
  /// numeric axis.
  public var categories: [String]
  /// The value at which a symmetric logarithmic scale turns from linear to logarithmic; rounded
  /// down to a power of ten. The part from 0 to the threshold is as long as a decade.
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
