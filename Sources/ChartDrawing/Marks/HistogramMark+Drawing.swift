import Charts
import Numerals

extension HistogramMark: DrawnMark {
  var symbol: LegendSymbol { .field("chart-bin") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for index in counts.indices where places(index, in: chart) {
      x.include(edges[index])
      x.include(edges[index + 1])
      y.include(counts[index])
      if chart.y.scale != .log { y.include(0) }
    }
  }

  /// Returns true when an interval can be drawn on the chart's axes.
  func places(_ index: Int, in chart: Chart) -> Bool {
    PositionScale.places(edges[index], on: chart.x.scale)
      && PositionScale.places(edges[index + 1], on: chart.x.scale)
      && PositionScale.places(counts[index], on: chart.y.scale)
  }

  func columns(in chart: Chart) -> [DataColumn] {
    let places = DataColumn.places(chart.x, .numbers([Double](edges.prefix(counts.count))))
    let ends = DataColumn.places(chart.x, .numbers([Double](edges.dropFirst())))
    return [
      DataColumn(name: places.name + " ≥", content: places.content, arePlaces: true),
      DataColumn(name: places.name + " <", content: ends.content, arePlaces: true),
      .values(label ?? chart.y.name, .numbers(counts)),
    ]
  }

  var kind: Mark.Kind { .histogram }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Histogram", "直方图"), many: language.say("series", "组"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.typeset
    let total = text(counts.reduce(0) { $0 + ($1.isFinite ? $1 : 0) })
    let reach = Extent(of: edges)
    var most = 0
    for index in counts.indices where counts[index] > counts[most] { most = index }
    let isEmpty = counts.isEmpty || reach.isEmpty
    switch language {
    case .english:
      let name = label ?? "The histogram"
      if isEmpty { return [name + " has no values."] + language.leftOut(leftOut) }
      return [
        name + " counts \(total) values \(reach.english); most, \(text(counts[most])), are "
          + "from \(text(edges[most])) to \(text(edges[most + 1]))."
      ] + language.leftOut(leftOut)
    case .chinese:
      let name = label ?? "直方图"
      if isEmpty { return [name + "没有值。"] + language.leftOut(leftOut) }
      return [
        name + "：共 \(total) 个值，\(reach.chinese)；最多的 \(text(counts[most])) 个在 "
          + "\(text(edges[most])) 到 \(text(edges[most + 1])) 之间。"
      ] + language.leftOut(leftOut)
    }
  }
}

extension HistogramMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let floor = place.y.kind == .log ? place.frame.height : place.inside(place.y.position(0))
    svg.open("g", [("class", SeriesStyle.className(series: place.series))])
    for index in counts.indices where places(index, in: place.chart) && counts[index] != 0 {
      let left = max(place.x.position(edges[index]), 0)
      let right = min(place.x.position(edges[index + 1]), place.frame.width)
      guard right > left else { continue }
      let end = place.inside(place.y.position(counts[index]))
      var data = PathData()
      data.rectangle(
        x: left, y: min(end, floor), width: right - left, height: (end - floor).magnitude)
      svg.element(
        "path", [("class", "chart-bin"), ("d", data.text)],
        title: place.hasTitles ? title(index) : nil)
    }
    svg.close("g")
  }

  private func title(_ index: Int) -> String {
    let text = NumberFormat.general(digits: 5).typeset
    let bin = text(edges[index]) + " … " + text(edges[index + 1]) + ": " + text(counts[index])
    return label.map { $0 + ", " + bin } ?? bin
  }
}
