import Charts
import Numerals

/// The position of a frame in its picture and the domains of its axes: enough to convert between
/// values and positions.
struct PanelGeometry {
  var left: Double
  var top: Double
  var frame: Frame
  var x: AxisPlan
  var y: AxisPlan

  /// The numbers as text: left, top, width, height, then for each axis its kind, both ends
  /// (transformed) and the threshold exponent of a symmetric logarithmic axis.
  var text: String {
    let box = [left, top, frame.width, frame.height].map { Coordinate.text($0) }
    return (box + Self.axis(x.scale) + Self.axis(y.scale)).joined(separator: " ")
  }

  private static func axis(_ scale: PositionScale) -> [String] {
    [
      scale.kind.rawValue.description, NumberFormat.general(digits: 12).text(scale.lower),
      NumberFormat.general(digits: 12).text(scale.upper), scale.thresholdExponent.description,
    ]
  }
}
