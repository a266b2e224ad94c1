import Transcript

/// What every kind of mark brings along. What most of them do alike has a default below.
protocol MarkKind {
  /// The byte before the mark in a chart's bytes; one per kind.
  static var tag: UInt8 { get }
  /// Writes the mark so that `init(from:)` reads the same, to the bit.
  func write(to writer: inout ByteWriter)
  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError)

  /// The name in a legend or beside a line's end; nil for a mark that needs none.
  var label: String? { get }
  /// Whether the mark has a colour and a dash of its own among the chart's series.
  var takesSeries: Bool { get }
  /// How far the axes reach beyond the values.
  var margin: FrameMargin { get }
  /// Takes the values that the mark needs to show into the extents of both axes.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart)
  /// Whether the mark shows nothing: a chart of such marks says that there is no data.
  func isEmpty(in chart: Chart) -> Bool

  /// The mark's columns of the data table.
  func columns(in chart: Chart) -> [DataColumn]
  /// What a chart of such marks is called.
  static func noun(_ language: ChartLanguage) -> MarkNoun
  /// The sentence that opens the description of a chart with such a mark; nil leaves it to the noun.
  func opening(in chart: Chart, _ language: ChartLanguage) -> String?
  /// The mark in words, as whole sentences.
  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String]

  /// The line that the mark draws, if it is one that has a name at its end and may diverge.
  func course(at place: MarkPlace) -> LineCourse?
  /// The room that the mark needs to the right of the frame, for a scale of colours, say.
  func roomBeside(_ layout: ChartLayout) -> Double
  /// What stands in the legend before the label.
  var symbol: Legend.Symbol { get }
  /// Draws the mark into its frame, whose left top corner is (0, 0).
  func draw(into svg: inout SVGWriter, at place: MarkPlace)
}

extension MarkKind {
  var takesSeries: Bool { true }
  var margin: FrameMargin { .vertical }

  func isEmpty(in chart: Chart) -> Bool {
    var (x, y) = (Extent(), Extent())
    extend(&x, &y, in: chart)
    return x.isEmpty || y.isEmpty
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? { nil }
  func course(at place: MarkPlace) -> LineCourse? { nil }
  func roomBeside(_ layout: ChartLayout) -> Double { 0 }
}

/// How far axes reach beyond the values.
enum FrameMargin: Int {
  /// The vertical axis goes on to the next round number.
  case vertical
  /// Both axes do.
  case both
  /// Neither does: the mark fills its frame.
  case none
}

/// What a chart of one kind of marks is called: "Line chart", and how several are counted.
struct MarkNoun: Equatable {
  /// The chart of one or more such marks, as a sentence starts.
  var chart: String
  /// Several marks, after their number.
  var many: String
}

/// Where a mark is drawn.
struct MarkPlace {
  /// The chart that the mark belongs to.
  var chart: Chart
  /// The place among the chart's series, from 1; 0 for a mark without colour of its own.
  var series: Int
  /// How many marks of the chart are of a colour of their own.
  var seriesCount: Int
  /// Where values stand horizontally.
  var x: PositionScale
  /// Where values stand vertically.
  var y: PositionScale
  /// The part of the picture that is drawn into.
  var frame: Frame
  /// The size that is drawn for.
  var layout: ChartLayout
  /// The language of words.
  var language: ChartLanguage
  /// What `course(at:)` gave, for a frame of width 1.
  var course: LineCourse?
  /// The texts at the chart's trajectories and minima, placed once for all marks.
  var texts: WayTexts?
  /// Whether parts carry their values as a `title`, which a browser shows at the pointer.
  var hasTitles = false
}
