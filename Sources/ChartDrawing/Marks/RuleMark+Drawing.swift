import Charts
import Numerals

extension RuleMark: DrawnMark {
  var takesSeries: Bool { false }
  /// Not shown in a legend: the label is beside the line.
  var symbol: LegendSymbol { .line("chart-rule") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    switch course {
    case .horizontal(let value):
      if PositionScale.places(value, on: chart.y.scale) { y.include(value) }
    case .vertical(let place):
      if PositionScale.places(place, on: chart.x.scale) { x.include(place) }
    case .sloped: break
    }
  }

  /// True: a reference line alone shows no data.
  func isEmpty(in chart: Chart) -> Bool { true }

  func columns(in chart: Chart) -> [DataColumn] { [] }

  static func noun(_ language: ChartLanguage) -> MarkNoun { LineMark.noun(language) }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.text
    let places = chart.x.label.isEmpty ? "x" : chart.x.label
    switch (language, course) {
    case (.english, .horizontal(let value)):
      return [name("A reference line") + " stands at \(chart.y.name) \(text(value))."]
    case (.english, .vertical(let place)):
      return [name("A reference line") + " stands at \(places) \(text(place))."]
    case (.english, .sloped(let slope, let x, let y)):
      let point = "(\(text(x)), \(text(y)))"
      return [name("A reference line") + " has slope \(text(slope)) and goes through \(point)."]
    case (.chinese, .horizontal(let value)):
      return [name("参考线") + " 位于 \(chart.y.name) = \(text(value))。"]
    case (.chinese, .vertical(let place)):
      return [name("参考线") + " 位于 \(places) = \(text(place))。"]
    case (.chinese, .sloped(let slope, let x, let y)):
      return [name("参考线") + " 斜率为 \(text(slope))，经过 (\(text(x)), \(text(y)))。"]
    }
  }

  private func name(_ kind: String) -> String { label.map { kind + " “" + $0 + "”" } ?? kind }
}

extension RuleMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    guard let (start, end) = ends(at: place) else { return }
    var data = PathData()
    data.move(toX: start.x, y: start.y)
    data.line(toX: end.x, y: end.y)
    svg.open("g", [("class", "series-all")])
    svg.element("path", [("class", "chart-rule"), ("d", data.text)])
    if let label { draw(label, from: start, to: end, into: &svg, at: place) }
    svg.close("g")
  }

  /// Returns the line's ends inside the frame, from left to right or from top to bottom.
  private func ends(at place: MarkPlace) -> (PlottedPoint, PlottedPoint)? {
    let frame = place.frame
    switch course {
    case .horizontal(let value):
      guard PositionScale.places(value, on: place.y.kind) else { return nil }
      let y = place.y.position(value)
      guard y >= 0, y <= frame.height else { return nil }
      return (PlottedPoint(x: 0, y: y), PlottedPoint(x: frame.width, y: y))
    case .vertical(let value):
      guard PositionScale.places(value, on: place.x.kind) else { return nil }
      let x = place.x.position(value)
      guard x >= 0, x <= frame.width else { return nil }
      return (PlottedPoint(x: x, y: 0), PlottedPoint(x: x, y: frame.height))
    case .sloped(let slope, let x, let y): return sloped(slope, x, y, at: place)
    }
  }

  private func sloped(
    _ slope: Double, _ x: Double, _ y: Double, at place: MarkPlace
  ) -> (PlottedPoint, PlottedPoint)? {
    guard slope.isFinite, PositionScale.places(x, on: place.x.kind),
      PositionScale.places(y, on: place.y.kind)
    else { return nil }
    let middle = PlottedPoint(x: place.x.position(x), y: place.y.position(y))
    // The distance that the line falls for each unit to the right.
    let across = place.frame.width / (place.x.upper - place.x.lower)
    let up = place.frame.height / (place.y.upper - place.y.lower)
    let fall = -slope * up / across
    guard fall.isFinite else { return nil }
    let left = PlottedPoint(x: 0, y: middle.y - fall * middle.x)
    let right = PlottedPoint(
      x: place.frame.width, y: middle.y + fall * (place.frame.width - middle.x))
    guard let (enter, leave) = place.frame.inside(from: left, to: right) else { return nil }
    func point(_ part: Double) -> PlottedPoint {
      PlottedPoint(
        x: left.x + (right.x - left.x) * part, y: left.y + (right.y - left.y) * part)
    }
    return (point(enter), point(leave))
  }

  /// Writes the label along the line's end, on the side with more room.
  private func draw(
    _ label: String, from start: PlottedPoint, to end: PlottedPoint, into svg: inout SVGWriter,
    at place: MarkPlace
  ) {
    let (frame, size) = (place.frame, place.layout.textSize)
    let text = TextMeasure.shortened(label, size: size, width: frame.width * 0.7)
    let width = TextMeasure.width(text, size: size)
    var (x, y, anchor) = (end.x - 4, end.y - 5, "end")
    switch course {
    case .horizontal: if y < size { y = end.y + size + 2 }
    case .vertical:
      y = size
      let fits = start.x + 5 + width <= frame.width
      (x, anchor) = fits ? (start.x + 5, "start") : (start.x - 5, "end")
    case .sloped:
      // There is room above a falling line to its right, and below a rising one.
      let middle = PlottedPoint(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
      let falls = end.y >= start.y
      (x, anchor) = (middle.x + 6, "start")
      y = falls ? middle.y - 6 : middle.y + size + 4
      if x + width > frame.width { (x, anchor) = (frame.width - 4, "end") }
    }
    svg.element(
      "text",
      [
        ("class", "chart-note"), ("x", Coordinate.text(x)),
        ("y", Coordinate.text(min(max(y, size), frame.height - 3))), ("text-anchor", anchor),
      ], content: text)
  }
}
