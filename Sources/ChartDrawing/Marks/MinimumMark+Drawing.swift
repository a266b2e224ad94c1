import Charts

extension MinimumMark: DrawnMark {
  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .both }
  var symbol: LegendSymbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    guard !chart.hasGround else { return }
    if PositionScale.places(self.x, on: chart.x.scale) { x.include(self.x) }
    if PositionScale.places(self.y, on: chart.y.scale) { y.include(self.y) }
  }

  func columns(in chart: Chart) -> [DataColumn] { [] }

  var kind: Mark.Kind { .minimum }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Minimum", "极小点"), many: language.say("minima", "个极小点"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let place = language.place(x, y, in: chart.firstGrid)
    let name = name ?? language.say("A minimum", "极小点")
    return [language.say("\(name) is marked at \(place).", "\(name)标在 \(place)。")]
  }

  var hasFrameTexts: Bool { true }

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
    place.frameTexts.draw(.minimum(x, y), into: &svg)
  }
}
