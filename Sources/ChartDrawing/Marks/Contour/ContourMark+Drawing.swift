import Charts

extension ContourMark: DrawnMark {
  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .none }
  var symbol: LegendSymbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for place in grid.x where PositionScale.places(place, on: chart.x.scale) { x.include(place) }
    for place in grid.y where PositionScale.places(place, on: chart.y.scale) { y.include(place) }
  }

  func isEmpty(in chart: Chart) -> Bool { grid.lowestNode == nil }

  /// Empty when the chart has trajectories, because the table then shows those.
  func columns(in chart: Chart) -> [DataColumn] {
    chart.trajectories.isEmpty ? grid.columns(in: chart) : []
  }

  var kind: Mark.Kind { .contour }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(
      chart: language.say("Contour lines", "等高线图"), many: language.say("sets of lines", "组等高线"))
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? {
    let spans = language.spans(chart, chart.firstGrid)
    return language.say("Contour lines over \(spans).", "等高线图：\(spans)。")
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    [values(language)]
  }

  /// Returns a sentence with the range of the function's values.
  private func values(_ language: ChartLanguage) -> String {
    guard let node = grid.lowestNode, let greatest = grid.sortedValues.last else {
      return language.say("The function has no finite value.", "函数没有有限值。")
    }
    let (least, most) = (language.number(grid.values[node]), language.number(greatest))
    if grid.isConstant {
      return language.say(
        "The function has the value \(least) everywhere.", "函数处处为 \(least)。")
    }
    let (x, y) = grid.place(ofNode: node)
    let place = language.place(x, y, in: grid)
    let isPartial = grid.values.contains { !$0.isFinite }
    let rest = isPartial ? language.say(", and not finite in places", "，有些地方不是有限值") : ""
    return language.say(
      "The function's values run from \(least), near \(place), to \(most)\(rest).",
      "函数值从 \(place) 附近的 \(least) 到 \(most)\(rest)。")
  }

  var hasFrameTexts: Bool { true }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    var placement = place.frameTexts.placement
    let course = ContourCourse(self, at: place, placement: &placement)
    course.draw(into: &svg, at: place)
    if let lowest = grid.lowestNode, course.levels.isEmpty, grid.isConstant {
      let value = place.language.number(grid.values[lowest])
      svg.element(
        "text",
        [
          ("class", "chart-label"), ("x", Coordinate.text(place.frame.width / 2)),
          ("y", Coordinate.text(place.frame.height / 2)), ("text-anchor", "middle"),
        ], content: place.language.say("constant: \(value)", "恒为 \(value)"))
    }
  }
}
