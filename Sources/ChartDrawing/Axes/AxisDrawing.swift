extension AxisPlan {
  /// Draws the grid of two axes across the frame: lines at every tick, fainter ones between.
  static func drawGrid(x: AxisPlan, y: AxisPlan, into svg: inout SVGWriter, frame: Frame) {
    var (minor, major) = (PathData(), PathData())
    for (plan, isVertical) in [(y, true), (x, false)] where !plan.isCategorical {
      plan.grid(plan.minor, frame, isVertical, &minor)
      plan.grid(plan.ticks.map { $0.place }, frame, isVertical, &major)
    }
    for (className, data) in [("chart-minor", minor), ("chart-grid", major)]
    where !data.text.isEmpty {
      svg.element("path", [("class", className), ("d", data.text)])
    }
  }

  private func grid(
    _ places: [Double], _ frame: Frame, _ isVertical: Bool, _ data: inout PathData
  ) {
    for place in places {
      let position = scale.position(transformed: place)
      data.move(toX: isVertical ? 0 : position, y: isVertical ? position : 0)
      data.line(
        toX: isVertical ? frame.width : position, y: isVertical ? position : frame.height)
    }
  }

  /// Draws the axis under the frame, with its ticks and their labels.
  func drawHorizontal(
    into svg: inout SVGWriter, frame: Frame, layout: ChartLayout, hasLabels: Bool = true
  ) {
    var data = PathData()
    data.move(toX: 0, y: frame.height)
    data.line(toX: frame.width, y: frame.height)
    for tick in ticks where !isCategorical {
      let x = scale.position(transformed: tick.place)
      data.move(toX: x, y: frame.height)
      data.line(toX: x, y: frame.height + 5)
    }
    svg.element("path", [("class", "chart-axis"), ("d", data.text)])
    guard hasLabels, !ticks.isEmpty else { return }
    svg.open("g", [("class", "chart-tick"), ("text-anchor", "middle")])
    for tick in ticks {
      svg.element(
        "text",
        [
          ("x", Coordinate.text(scale.position(transformed: tick.place))),
          ("y", Coordinate.text(frame.height + 7 + layout.textSize)),
        ], content: tick.label)
    }
    svg.close("g")
  }

  /// Draws the ticks left of the frame, and their labels.
  func drawVertical(into svg: inout SVGWriter, layout: ChartLayout) {
    guard !ticks.isEmpty else { return }
    var data = PathData()
    for tick in ticks {
      let y = scale.position(transformed: tick.place)
      data.move(toX: -5, y: y)
      data.line(toX: 0, y: y)
    }
    svg.element("path", [("class", "chart-axis"), ("d", data.text)])
    svg.open("g", [("class", "chart-tick"), ("text-anchor", "end")])
    for tick in ticks {
      let y = scale.position(transformed: tick.place) + layout.textSize * 0.35
      svg.element("text", [("x", "-9"), ("y", Coordinate.text(y))], content: tick.label)
    }
    svg.close("g")
  }

  /// The width of the widest label left of the frame.
  func widthOfLabels(_ layout: ChartLayout) -> Double {
    ticks.map { TextMeasure.width($0.label, size: layout.textSize) }.max() ?? 0
  }

  /// Returns the lengths by which the outer labels below a frame would extend beyond its edges, for an
  /// axis from 0 to 1.
  func overhang(width: Double, _ layout: ChartLayout) -> (left: Double, right: Double) {
    guard let first = ticks.first, let last = ticks.last, !isCategorical else { return (0, 0) }
    func half(_ tick: Tick) -> Double {
      TextMeasure.width(tick.label, size: layout.textSize) / 2
    }
    return (
      half(first) - scale.position(transformed: first.place) * width,
      half(last) - (1 - scale.position(transformed: last.place)) * width
    )
  }
}
