import Charts

/// A mark with all that a page shows of it: picture, legend, columns of the data table, description.
/// Parts that most kinds have in common have a default below.
protocol DrawnMark {
  /// The name in a legend or beside a line's end; nil for a mark that needs none.
  var label: String? { get }
  /// Whether the mark has a colour and a dash of its own among the chart's series.
  var takesSeries: Bool { get }
  /// The distance that the axes keep from the values.
  var margin: FrameMargin { get }
  /// Takes the values that the mark needs to show into the extents of both axes.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart)
  /// Whether the mark shows nothing: a chart of such marks says that there is no data.
  func isEmpty(in chart: Chart) -> Bool

  /// The mark's columns of the data table.
  func columns(in chart: Chart) -> [DataColumn]
  /// The name of a chart of such marks.
  static func noun(_ language: ChartLanguage) -> MarkNoun
  /// The sentence that opens the description of a chart with such a mark; nil leaves it to the noun.
  func opening(in chart: Chart, _ language: ChartLanguage) -> String?
  /// The mark in words, as whole sentences.
  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String]

  /// The line that the mark draws, if it is one that has a name at its end and may diverge.
  func course(at place: MarkPlace) -> LineCourse?
  /// Whether the mark draws texts beside trajectories, or keeps off them.
  var hasTrajectoryTexts: Bool { get }
  /// The room that the mark needs to the right of the frame, for a scale of colours, say.
  func roomBeside(_ layout: ChartLayout) -> Double
  /// The sample before the label in the legend.
  var symbol: LegendSymbol { get }
  /// Draws the mark into its frame, whose left top corner is (0, 0).
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
  var hasTrajectoryTexts: Bool { false }
  func roomBeside(_ layout: ChartLayout) -> Double { 0 }
}

/// The name of a chart of one kind of marks, "Line chart", and of several such marks, "lines".
struct MarkNoun: Equatable {
  /// The chart of one or more such marks, as a sentence starts.
  var chart: String
  /// Several marks, after their number.
  var many: String
}

/// A sample before a name in the legend.
enum LegendSymbol: Equatable {
  /// A short line of a class.
  case line(String)
  /// The shape of the series' points.
  case marker
  /// A filled field of a class.
  case field(String)
}
