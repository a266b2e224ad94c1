import Transcript

/// A place where a function is known to be lowest.
public struct MinimumMark: Hashable, Sendable {
  /// The first coordinate.
  public var x: Double
  /// The second coordinate.
  public var y: Double
  /// The place's name; nil for "minimum" in the page's language.
  public var name: String?

  /// Marks a place.
  public init(x: Double, y: Double, name: String? = nil) {
    (self.x, self.y, self.name) = (x, y, name)
  }
}

extension MinimumMark: MarkKind {
  static var tag: UInt8 { 12 }

  func write(to writer: inout ByteWriter) {
    writer.write(x)
    writer.write(y)
    writer.write(optional: name)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      x: try reader.double(), y: try reader.double(), name: try reader.optionalString())
  }

  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .both }
  var symbol: Legend.Symbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    guard !chart.hasGround else { return }
    if PositionScale.places(self.x, on: chart.x.scale) { x.include(self.x) }
    if PositionScale.places(self.y, on: chart.y.scale) { y.include(self.y) }
  }

  func columns(in chart: Chart) -> [DataColumn] { [] }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Minimum", many: "minima")
    case .chinese: MarkNoun(chart: "极小点", many: "个极小点")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    [FieldWords(language: language).minimum(self, in: chart)]
  }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    guard let point = place.point(x, y), place.frame.contains(point) else { return }
    let arm = place.layout.markerReach
    var data = PathData()
    data.move(toX: point.x - arm, y: point.y - arm)
    data.line(toX: point.x + arm, y: point.y + arm)
    data.move(toX: point.x - arm, y: point.y + arm)
    data.line(toX: point.x + arm, y: point.y - arm)
    for className in ["chart-back", "chart-cross"] {
      svg.element("path", [("class", className), ("d", data.text)])
    }
    place.wayTexts.draw(.minimum(x, y), into: &svg)
  }
}
