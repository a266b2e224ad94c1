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

  var kind: Mark.Kind { .rule }
  func noun(_ language: ChartLanguage) -> MarkNoun { .line(language) }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.typeset
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
    place.frameTexts.draw(.rule(place.number), into: &svg)
    svg.close("g")
  }

  var hasFrameTexts: Bool { label != nil }

  /// The points of an upright or level line, which crosses labels of other lines.
  func dataPoints(at place: MarkPlace) -> [PlottedPoint] {
    guard let (start, end) = ends(at: place) else { return [] }
    return [start, end].resampled(every: 6)
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

  /// Places the label beside the line where it covers least: from the line's end on towards its
  /// start, first on the one side of the line, then on the other.
  func placeLabel(in texts: inout FrameTexts, at place: MarkPlace) {
    guard let label, let (start, end) = ends(at: place) else { return }
    let (frame, size) = (place.frame, place.layout.textSize)
    let text = TextMeasure.shortened(label, size: size, width: frame.width * 0.7)
    let width = TextMeasure.width(text, size: size)
    let pieces = max(Int((start.distance(to: end) / 8).rounded()), 1)
    var boxes: [TextPlacement.Box] = []
    for side in [true, false] {
      for piece in 0...pieces {
        let part = anchor(Double(piece) / Double(pieces))
        let point = PlottedPoint(
          x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
        boxes.append(box(at: point, side, width, size, falls: end.y >= start.y))
      }
    }
    texts.put(text, .rule(place.number), "chart-note", intoOneOf: boxes)
  }

  /// Returns the part of the line, from 0 to 1, at which to try the label; `turn` runs from 0 to 1.
  private func anchor(_ turn: Double) -> Double {
    switch course {
    case .horizontal: 1 - turn
    case .vertical: turn
    // From the middle outwards.
    case .sloped: turn <= 0.5 ? 0.5 + turn : 1 - turn
    }
  }

  /// Returns the area of a label at a point of the line.
  private func box(
    at point: PlottedPoint, _ isFirstSide: Bool, _ width: Double, _ size: Double, falls: Bool
  ) -> TextPlacement.Box {
    var (left, baseline) = (point.x, point.y)
    switch course {
    case .horizontal:
      left -= width + 4
      baseline += isFirstSide ? -7 : size + 2
    case .vertical:
      left += isFirstSide ? 5 : -5 - width
      baseline += size
    case .sloped:
      // There is room above a falling line to its right, and below a rising one.
      left += isFirstSide ? 6 : -6 - width
      baseline += falls == isFirstSide ? -6 : size + 4
    }
    return TextPlacement.Box(baseline: baseline, left: left, width: width, height: size)
  }
}
