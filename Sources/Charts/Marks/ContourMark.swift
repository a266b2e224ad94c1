import Numerals
import Transcript

/// The lines along which a function of two variables has the same value.
public struct ContourMark: Hashable, Sendable {
  /// The function's values.
  public var grid: Grid
  /// The heights of the lines; none chooses round ones.
  public var levels: [Double]

  /// Makes contour lines.
  public init(_ grid: Grid, levels: [Double] = []) {
    self.grid = grid
    self.levels = levels
  }

  /// The heights of the lines that are drawn, in increasing order.
  var shownLevels: [Double] {
    let asked = levels.filter { $0.isFinite }.sorted()
    return asked.isEmpty ? ContourLevels(grid).levels : asked
  }
}

extension ContourMark: MarkKind {
  static var tag: UInt8 { 10 }

  func write(to writer: inout ByteWriter) {
    grid.write(to: &writer)
    writer.write(levels)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(try Grid(from: &reader), levels: try reader.doubles())
  }

  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .none }
  var symbol: Legend.Symbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for place in grid.x where PositionScale.places(place, on: chart.x.scale) { x.include(place) }
    for place in grid.y where PositionScale.places(place, on: chart.y.scale) { y.include(place) }
  }

  func isEmpty(in chart: Chart) -> Bool { grid.lowestNode == nil }

  /// The table of a chart with trajectories is about these.
  func columns(in chart: Chart) -> [DataColumn] {
    chart.trajectories.isEmpty ? grid.columns(in: chart) : []
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Contour lines", many: "sets of lines")
    case .chinese: MarkNoun(chart: "等高线图", many: "组等高线")
    }
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? {
    FieldWords(language: language).contours(over: chart)
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    [FieldWords(language: language).values(of: grid)]
  }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    var placement = place.wayTexts.placement
    let course = ContourCourse(self, at: place, placement: &placement)
    course.draw(into: &svg)
    if let lowest = grid.lowestNode, course.levels.isEmpty, grid.isConstant {
      svg.element(
        "text",
        [
          ("class", "chart-label"), ("x", Coordinate.text(place.frame.width / 2)),
          ("y", Coordinate.text(place.frame.height / 2)), ("text-anchor", "middle"),
        ], content: FieldWords(language: place.language).constant(grid.values[lowest]))
    }
  }
}
