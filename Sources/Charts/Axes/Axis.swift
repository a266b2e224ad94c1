/// One axis of a chart.
public struct Axis: Hashable, Sendable {
  /// How values are placed along the axis.
  public enum Scale: UInt8, Hashable, Sendable {
    /// Equal differences, equal distances.
    case linear = 0
    /// Equal ratios, equal distances, in decades. Values that are not positive are left out.
    case log = 1
  }

  /// Short, with its unit.
  public var label: String
  /// How values are placed.
  public var scale: Scale
  /// The interval to show; nil takes what the data needs, and so does an interval that the scale
  /// cannot show.
  public var domain: ClosedRange<Double>?

  /// Makes an axis.
  public init(label: String = "", scale: Scale = .linear, domain: ClosedRange<Double>? = nil) {
    self.label = label
    self.scale = scale
    self.domain = domain
  }
}
