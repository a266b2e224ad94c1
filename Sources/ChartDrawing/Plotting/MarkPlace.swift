import Charts
import Numerals

/// The place of a mark in a picture.
struct MarkPlace {
  /// The chart that the mark belongs to.
  var chart: Chart
  /// The place among the chart's series, from 1; 0 for a mark without colour of its own.
  var series: Int
  /// The horizontal scale.
  var x: PositionScale
  /// The vertical scale.
  var y: PositionScale
  /// The part of the picture that is drawn into.
  var frame: Frame
  /// The size that is drawn for.
  var layout: ChartLayout
  /// The language of words.
  var language: ChartLanguage
  /// The result of `course(at:)`, for a frame of width 1.
  var course: LineCourse?
  /// The texts at the chart's trajectories and minima, placed once for all marks.
  var texts: TrajectoryTexts?
  /// The mark's number among the chart's marks of its kind, from 0.
  var number = 0
  /// The number of marks of its kind in the chart.
  var count = 1
  /// Whether parts carry their values as a `title`, which a browser shows at the pointer.
  var hasTitles = false
}

extension MarkPlace {
  /// The place of a pair of values; nil where an axis has no place for them.
  func point(_ x: Double, _ y: Double) -> PlottedPoint? {
    guard PositionScale.places(x, on: self.x.kind), PositionScale.places(y, on: self.y.kind) else {
      return nil
    }
    return PlottedPoint(x: self.x.position(x), y: self.y.position(y))
  }

  /// A height, moved to the frame's edge where it lies outside.
  func inside(_ y: Double) -> Double { min(max(y, 0), frame.height) }

  /// A place and a value with their names: `epoch 2, loss 0.06047`.
  func pairText(_ x: Double, _ y: Double) -> String {
    let text = NumberFormat.general(digits: 5).text
    let across = chart.x.label.isEmpty ? "" : chart.x.label + " "
    let up = chart.y.label.isEmpty ? "" : chart.y.label + " "
    return across + text(x) + ", " + up + text(y)
  }

  /// The texts at trajectories and minima; where there are none, the empty frame.
  var trajectoryTexts: TrajectoryTexts { texts ?? TrajectoryTexts(frame: frame, layout: layout) }
}
