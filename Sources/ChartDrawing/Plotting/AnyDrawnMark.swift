import Charts

/// A mark of any kind, with the requirements of `DrawnMark`. It is a protocol of its own because Embedded
/// Swift knows values only of protocols for classes.
protocol AnyDrawnMark: AnyObject {
  /// The mark itself.
  var value: Mark { get }

  var label: String? { get }
  var takesSeries: Bool { get }
  var margin: FrameMargin { get }
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart)
  func isEmpty(in chart: Chart) -> Bool

  func columns(in chart: Chart) -> [DataColumn]
  var kind: Mark.Kind { get }
  func noun(_ language: ChartLanguage) -> MarkNoun
  func opening(in chart: Chart, _ language: ChartLanguage) -> String?
  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String]

  func course(at place: MarkPlace) -> LineCourse?
  var hasFrameTexts: Bool { get }
  func dataPoints(at place: MarkPlace) -> [PlottedPoint]
  func roomBeside(_ layout: ChartLayout) -> Double
  var symbol: LegendSymbol { get }
  func draw(into svg: inout SVGWriter, at place: MarkPlace)
}

/// A mark of one kind that can stand among those of others.
final class DrawnMarkBox<Drawn: DrawnMark>: AnyDrawnMark {
  let value: Mark
  private let drawn: Drawn

  /// Wraps a mark.
  /// - Parameters:
  ///   - drawn: the mark
  ///   - value: the same mark among all kinds
  init(_ drawn: Drawn, _ value: Mark) {
    self.drawn = drawn
    self.value = value
  }

  var label: String? { drawn.label }
  var takesSeries: Bool { drawn.takesSeries }
  var margin: FrameMargin { drawn.margin }
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    drawn.extend(&x, &y, in: chart)
  }
  func isEmpty(in chart: Chart) -> Bool { drawn.isEmpty(in: chart) }

  func columns(in chart: Chart) -> [DataColumn] { drawn.columns(in: chart) }
  var kind: Mark.Kind { drawn.kind }
  func noun(_ language: ChartLanguage) -> MarkNoun { drawn.noun(language) }
  func opening(in chart: Chart, _ language: ChartLanguage) -> String? {
    drawn.opening(in: chart, language)
  }
  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    drawn.sentences(in: chart, language)
  }

  func course(at place: MarkPlace) -> LineCourse? { drawn.course(at: place) }
  var hasFrameTexts: Bool { drawn.hasFrameTexts }
  func dataPoints(at place: MarkPlace) -> [PlottedPoint] { drawn.dataPoints(at: place) }
  func roomBeside(_ layout: ChartLayout) -> Double { drawn.roomBeside(layout) }
  var symbol: LegendSymbol { drawn.symbol }
  func draw(into svg: inout SVGWriter, at place: MarkPlace) { drawn.draw(into: &svg, at: place) }
}
