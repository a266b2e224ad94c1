import Numerals

extension BarMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let (number, count) = place.bars
    let step = (place.x.position(1) - place.x.position(0)).magnitude
    let width = max(step * 0.72 / Double(count), 0.5)
    svg.open("g", [("class", LineCourse.className(series: place.series))])
    if number == 0 { zeroLine(at: place, &svg) }
    for index in y.indices {
      let middle = place.x.position(Double(index))
      let left = middle + (Double(number) - Double(count) / 2) * width
      guard left + width > 0, left < place.frame.width else { continue }
      bar(index, left: left, width: width - (width > 6 ? 1 : 0), place, &svg)
    }
    svg.close("g")
  }

  /// The line that bars stand on, where some hang from it.
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
      note(NumberFormat.concise.text(value), left, width, above: floor, place, &svg)
      return
    }
    let end = place.inside(place.y.position(value))
    var data = PathData()
    data.rectangle(x: left, y: min(end, floor), width: width, height: (end - floor).magnitude)
    var title: String?
    if place.hasTitles {
      let text = NumberFormat.general(digits: 5).text(value)
      let name = place.chart.x.category(index) + ": " + text
      title = label.map { $0 + ", " + name } ?? name
    }
    svg.element("path", [("class", "chart-bar"), ("d", data.text)], title: title)
    note(
      NumberFormat.general(digits: 3).text(value), left, width,
      above: value < 0 ? floor : end, place, &svg)
  }

  /// Writes a value above its bar where there is room for it.
  private func note(
    _ text: String, _ left: Double, _ width: Double, above top: Double, _ place: MarkPlace,
    _ svg: inout SVGWriter
  ) {
    let text = axisText(text)
    guard TextMeasure.width(text, size: place.layout.textSize) <= width + 8 else { return }
    svg.element(
      "text",
      [
        ("class", "chart-value"), ("x", Coordinate.text(left + width / 2)),
        ("y", Coordinate.text(top - 4)), ("text-anchor", "middle"),
      ], content: text)
  }
}

extension MarkPlace {
  /// Which of the chart's series of bars this is, from 0, and how many there are.
  var bars: (number: Int, count: Int) {
    var (series, number, count) = (0, 0, 0)
    for mark in chart.marks {
      let kind = mark.kind
      if kind.takesSeries { series += 1 }
      guard kind.tag == BarMark.tag else { continue }
      if series == self.series { number = count }
      count += 1
    }
    return (number, max(count, 1))
  }

  /// A height, moved to the frame's edge where it lies outside.
  func inside(_ y: Double) -> Double { min(max(y, 0), frame.height) }
}
