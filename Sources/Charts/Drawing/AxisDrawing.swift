extension AxisPlan {
  /// Draws the grid across the frame: lines at every tick, fainter ones between.
  func drawGrid(into svg: inout SVGWriter, frame: Frame, isVertical: Bool) {
    if isCategorical { return }
    grid(minor, "chart-minor", frame, isVertical, &svg)
    grid(ticks.map { $0.place }, "chart-grid", frame, isVertical, &svg)
  }

  private func grid(
    _ places: [Double], _ className: String, _ frame: Frame, _ isVertical: Bool,
    _ svg: inout SVGWriter
  ) {
    guard !places.isEmpty else { return }
    var data = PathData()
    for place in places {
      let position = scale.position(transformed: place)
      data.move(toX: isVertical ? 0 : position, y: isVertical ? position : 0)
      data.line(
        toX: isVertical ? frame.width : position, y: isVertical ? position : frame.height)
    }
    svg.element("path", [("class", className), ("d", data.text)])
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

  /// The room that the labels left of the frame need.
  func widthOfLabels(_ layout: ChartLayout) -> Double {
    ticks.map { TextMeasure.width($0.label, size: layout.textSize) }.max() ?? 0
  }
}
