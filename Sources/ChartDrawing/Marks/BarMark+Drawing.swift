import Charts
import Numerals

extension BarMark: DrawnMark {
  var symbol: LegendSymbol { .field("chart-bar") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for index in self.y.indices where PositionScale.places(self.y[index], on: chart.y.scale) {
      x.include(Double(index) - 0.5)
      x.include(Double(index) + 0.5)
      y.include(self.y[index])
      // Bars have truthful lengths only from zero.
      if chart.y.scale != .log { y.include(0) }
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .texts(y.indices.map { chart.x.category($0) })),
      .values(label ?? chart.y.name, .numbers(y)),
    ]
  }

  var kind: Mark.Kind { .bar }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Bar chart", "条形图"), many: language.say("series of bars", "组条"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.typeset
    let parts = y.indices.prefix(12).map { index in
      let name = chart.x.category(index)
      return language == .english
        ? "\(name) \(text(y[index]))" : "\(name) 为 \(text(y[index]))"
    }
    let more = y.count - parts.count
    switch language {
    case .english:
      let name = chart.englishSubject(label)
      if y.isEmpty { return [name + ": no bars."] }
      return [
        name + ": " + parts.joined(separator: ", ") + (more > 0 ? ", and \(more) more." : ".")
      ]
    case .chinese:
      let name = label ?? chart.y.name
      if y.isEmpty { return [name + " 没有条。"] }
      return [name + "：" + parts.joined(separator: "，") + (more > 0 ? "，另有 \(more) 个。" : "。")]
    }
  }
}

extension BarMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let (number, count) = (place.number, place.count)
    let step = (place.x.position(1) - place.x.position(0)).magnitude
    let width = max(step * 0.72 / Double(count), 0.5)
    svg.open("g", [("class", SeriesStyle.className(series: place.series))])
    if number == 0 { zeroLine(at: place, &svg) }
    for index in y.indices {
      let middle = place.x.position(Double(index))
      let left = middle + (Double(number) - Double(count) / 2) * width
      guard left + width > 0, left < place.frame.width else { continue }
      bar(index, left: left, width: width - (width > 6 ? 1 : 0), place, &svg)
    }
    svg.close("g")
  }

  /// Draws the zero line where there are bars below it.
  private func zeroLine(at place: MarkPlace, _ svg: inout SVGWriter) {
    let zero = place.y.position(0)
    guard place.y.kind != .log, zero > 0, zero < place.frame.height else { return }
    var data = PathData()
    data.move(toX: 0, y: zero)
    data.line(toX: place.frame.width, y: zero)
    svg.element("path", [("class", "chart-axis"), ("d", data.text)])
  }

  private func bar(
    _ index: Int, left: Double, width: Double, _ place: MarkPlace, _ svg: inout SVGWriter
  ) {
    let value = y[index]
    let floor = place.y.kind == .log ? place.frame.height : place.inside(place.y.position(0))
    guard PositionScale.places(value, on: place.y.kind) else {
      note(NumberFormat.concise.typeset(value), left, width, above: floor, place, &svg)
      return
    }
    let end = place.inside(place.y.position(value))
    var data = PathData()
    data.rectangle(x: left, y: min(end, floor), width: width, height: (end - floor).magnitude)
    var title: String?
    if place.hasTitles {
      let text = NumberFormat.general(digits: 5).typeset(value)
      let name = place.chart.x.category(index) + ": " + text
      title = label.map { $0 + ", " + name } ?? name
    }
    svg.element("path", [("class", "chart-bar"), ("d", data.text)], title: title)
    note(
      NumberFormat.general(digits: 3).typeset(value), left, width,
      above: value < 0 ? floor : end, place, &svg)
  }

  /// Writes a value above its bar where there is room for it.
  private func note(
    _ text: String, _ left: Double, _ width: Double, above top: Double, _ place: MarkPlace,
    _ svg: inout SVGWriter
  ) {
    // A bar alone at its category has room on both sides.
    let room = place.count == 1 ? width / 0.72 - 4 : width
    guard TextMeasure.width(text, size: 12) <= room else { return }
    svg.element(
      "text",
      [
        ("class", "chart-value"), ("x", Coordinate.text(left + width / 2)),
        ("y", Coordinate.text(top - 4)), ("text-anchor", "middle"),
      ], content: text)
  }
}
