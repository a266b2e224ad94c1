import Charts

/// The colour legend to the right of a heat map: a bar with a scale, or a list of kinds.
struct ColorKey {
  /// One colour and its name.
  private struct Swatch {
    var className: String
    var text: String
  }

  private let name: String
  private let plan: AxisPlan?
  private let swatches: [Swatch]
  private let layout: ChartLayout
  private let barHeight: Double

  /// Lays out the key of a map whose frame has the given height.
  init(_ mark: HeatMark, height: Double, layout: ChartLayout, language: ChartLanguage) {
    self.layout = layout
    name = TextMeasure.shortened(
      mark.name, size: layout.textSize, width: layout.width * 0.6)
    var swatches: [Swatch] = []
    for (number, kind) in mark.kinds.enumerated() {
      swatches.append(
        Swatch(className: mark.className(ofColor: number + 1), text: kind))
    }
    if mark.colorNumbers.contains(0) {
      swatches.append(
        Swatch(className: mark.className(ofColor: 0), text: mark.nameOfNothing(language)))
    }
    self.swatches = swatches
    let isBar = mark.kinds.isEmpty && !HeatScale(mark).extent.isEmpty
    let below = swatches.isEmpty ? 0 : layout.row + 6
    barHeight = max(height - below, 40)
    plan = isBar ? HeatScale(mark).plan(height: barHeight) : nil
  }

  private var box: Double { 12 }

  /// The width that the key needs.
  var width: Double {
    let texts = swatches.map { $0.text } + (plan?.ticks.map { $0.label } ?? [])
    let widest = texts.map { TextMeasure.width($0, size: layout.textSize) }.max() ?? 0
    return min(box + 6 + widest, layout.width * 0.3)
  }

  /// True when the name begins above the key's left edge. A longer one extends to the left over the
  /// frame instead of out of the picture.
  private var fits: Bool { TextMeasure.width(name, size: layout.textSize) <= width }

  /// Returns the left end of the name of a key whose left edge is at `x`.
  func leftOfName(x: Double) -> Double {
    fits ? x : x + width - TextMeasure.width(name, size: layout.textSize)
  }

  /// Draws the key with its left edge at `x` and the name above it.
  func draw(into svg: inout SVGWriter, x: Double) {
    if !name.isEmpty {
      text(
        name, "chart-label", &svg, x: fits ? x : x + width, y: -10, anchor: fits ? "start" : "end")
    }
    if let plan { draw(plan, into: &svg, x: x) }
    for (number, swatch) in swatches.enumerated() {
      let top = plan == nil ? Double(number) * layout.row : barHeight + 6 + layout.row - box
      var data = PathData()
      data.move(toX: x, y: top + box / 2)
      data.line(toX: x + box, y: top + box / 2)
      svg.element("path", [("class", "chart-swatch " + swatch.className), ("d", data.text)])
      text(
        swatch.text, "chart-tick", &svg, x: x + box + 6, y: top + box / 2 + layout.textSize * 0.35,
        anchor: "start")
    }
  }

  private func draw(_ plan: AxisPlan, into svg: inout SVGWriter, x: Double) {
    let count = Double(ColorMap.count)
    for number in 1...ColorMap.count {
      var data = PathData()
      data.move(toX: x + box / 2, y: barHeight * (1 - Double(number - 1) / count))
      data.line(toX: x + box / 2, y: barHeight * (1 - Double(number) / count))
      svg.element("path", [("class", "chart-swatch heat-\(number)"), ("d", data.text)])
    }
    for tick in plan.ticks {
      let y = plan.scale.position(transformed: tick.place)
      text(
        tick.label, "chart-tick", &svg, x: x + box + 6, y: y + layout.textSize * 0.35,
        anchor: "start")
    }
  }

  private func text(
    _ content: String, _ className: String, _ svg: inout SVGWriter, x: Double, y: Double,
    anchor: String
  ) {
    svg.element(
      "text",
      [
        ("class", className), ("x", Coordinate.text(x)), ("y", Coordinate.text(y)),
        ("text-anchor", anchor),
      ], content: content)
  }
}
