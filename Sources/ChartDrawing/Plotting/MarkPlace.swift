import Charts
import Numerals

/// The context in which a mark is drawn: its scales, its frame and its number.
struct MarkPlace {
  /// The chart that the mark belongs to.
  var chart: Chart
  /// The number among the chart's series, from 1; 0 for a mark without its own colour.
  var series: Int
  /// The horizontal scale.
  var x: PositionScale
  /// The vertical scale.
  var y: PositionScale
  /// The area in which the mark is drawn.
  var frame: Frame
  /// The size of the picture.
  var layout: ChartLayout
  /// The language of the chart's own words.
  var language: ChartLanguage
  /// The result of `course(at:)`, for a frame of width 1.
  var course: LineCourse?
  /// The texts inside the frame, placed once for all marks.
  var texts: FrameTexts?
  /// The index among the chart's marks of the same kind, from 0.
  var number = 0
  /// The number of marks of the same kind in the chart.
  var count = 1
  /// True when parts have their values as a `title`, which a browser shows at the pointer.
  var hasTitles = false
}

extension MarkPlace {
  /// Returns the position of a pair of values, or nil when an axis cannot show them.
  func point(_ x: Double, _ y: Double) -> PlottedPoint? {
    guard PositionScale.places(x, on: self.x.kind), PositionScale.places(y, on: self.y.kind) else {
      return nil
    }
    return PlottedPoint(x: self.x.position(x), y: self.y.position(y))
  }

  /// Returns a vertical position, clamped to the frame.
  func inside(_ y: Double) -> Double { min(max(y, 0), frame.height) }

  /// Returns a pair of values with the axes' labels: `epoch 2, loss 0.06047`.
  func pairText(_ x: Double, _ y: Double) -> String {
    let text = NumberFormat.general(digits: 5).typeset
    let across = chart.x.label.isEmpty ? "" : chart.x.label + " "
    let up = chart.y.label.isEmpty ? "" : chart.y.label + " "
    return across + text(x) + ", " + up + text(y)
  }

  /// The texts inside the frame; an empty layout when there are none.
  var frameTexts: FrameTexts { texts ?? FrameTexts(frame: frame, layout: layout) }
}
