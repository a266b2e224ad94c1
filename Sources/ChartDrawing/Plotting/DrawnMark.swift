import Charts

/// A mark with everything that a page shows of it: picture, legend, columns of the data table,
/// description. Requirements that most kinds share have a default below.
protocol DrawnMark {
  /// The name in a legend or beside a line's end; nil for a mark without one.
  var label: String? { get }
  /// True when the mark is one of the chart's series, with its own colour and dash.
  var takesSeries: Bool { get }
  /// The distance between the values and the ends of the axes.
  var margin: FrameMargin { get }
  /// Widens the extents of both axes to the values that the mark shows.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart)
  /// Returns true when the mark shows nothing: a chart of such marks says that it has no data.
  func isEmpty(in chart: Chart) -> Bool

  /// Returns the mark's columns of the data table.
  func columns(in chart: Chart) -> [DataColumn]
  /// The kind of the mark.
  var kind: Mark.Kind { get }
  /// Returns the noun for a chart of such marks.
  func noun(_ language: ChartLanguage) -> MarkNoun
  /// Returns the opening sentence of the description, or nil to use one made from the noun.
  func opening(in chart: Chart, _ language: ChartLanguage) -> String?
  /// Returns the description of the mark as whole sentences.
  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String]

  /// Returns the line that the mark draws, or nil for a mark without a line that may diverge or
  /// have a name at its end.
  func course(at place: MarkPlace) -> LineCourse?
  /// True when the mark draws texts inside the frame that other texts must avoid.
  var hasFrameTexts: Bool { get }
  /// Returns points of the picture on which a text would hide the mark.
  func dataPoints(at place: MarkPlace) -> [PlottedPoint]
  /// Returns the width that the mark needs to the right of the frame, such as for a colour key.
  func roomBeside(_ layout: ChartLayout) -> Double
  /// The sample before the label in the legend.
  var symbol: LegendSymbol { get }
  /// Draws the mark into its frame, whose top left corner is (0, 0).
  func draw(into svg: inout SVGWriter, at place: MarkPlace)
}

extension DrawnMark {
  var takesSeries: Bool { true }
  var margin: FrameMargin { .vertical }

  func isEmpty(in chart: Chart) -> Bool {
    var (x, y) = (Extent(), Extent())
    extend(&x, &y, in: chart)
    return x.isEmpty || y.isEmpty
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? { nil }
  func course(at place: MarkPlace) -> LineCourse? { nil }
  var hasFrameTexts: Bool { false }

  func dataPoints(at place: MarkPlace) -> [PlottedPoint] {
    guard let course = place.course else { return [] }
    return course.shown.stretched(to: place.frame.width).resampled(every: 6)
  }

  func roomBeside(_ layout: ChartLayout) -> Double { 0 }
}

/// The nouns for a chart with one kind of marks, "Line chart", and for several such marks, "lines".
struct MarkNoun: Equatable {
  /// The noun for the chart, with a capital letter.
  var chart: String
  /// The plural noun after a number of marks.
  var many: String

  /// The nouns for lines.
  static func line(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Line chart", "折线图"), many: language.say("lines", "条线"))
  }
}

/// The sample before a name in the legend.
enum LegendSymbol: Equatable {
  /// A short line with a class name.
  case line(String)
  /// The shape of the series' points.
  case marker
  /// A filled rectangle with a class name.
  case field(String)
}
