/// The drawing of a line, laid out except for the frame's width: the points' `x` is from 0 to 1.
struct LineCourse {
  /// The number among the chart's series, from 1; colours and dashes repeat after eight.
  let series: Int
  /// The series' name.
  let label: String?
  /// The original line, thinned and clipped.
  let points: [PlottedPoint]
  /// The smoothed line to draw over a noisy one.
  let calm: [PlottedPoint]?
  /// The number of points in the moving mean.
  let window: Int
  /// The points to mark; empty when there are many.
  var dots: [PlottedPoint]
  /// The tooltips of the marked points; empty for none.
  var dotTitles: [String] = []
  /// The note at the end of a divergent line.
  let note: String?

  /// The line that a reader follows: the smoothed one, if there is one.
  var shown: [PlottedPoint] { calm ?? points }

  /// Draws the line into a frame.
  func draw(into svg: inout SVGWriter, frame: Frame) {
    svg.open("g", [("class", SeriesStyle.className(series: series))])
    path(points, calm == nil ? "chart-line" : "chart-raw", frame, &svg)
    if let calm { path(calm, "chart-line", frame, &svg) }
    drawDots(into: &svg, frame: frame)
    if note != nil, let head = arrowHead(frame) {
      svg.element("path", [("class", "chart-arrow"), ("d", head.text)])
    }
    svg.close("g")
  }

  /// Draws the dots: as separate elements when they have tooltips, otherwise as one path.
  private func drawDots(into svg: inout SVGWriter, frame: Frame) {
    let dots = dots.stretched(to: frame.width)
    if dots.isEmpty { return }
    guard dotTitles.count == dots.count else {
      var data = PathData()
      for dot in dots { data.dot(atX: dot.x, y: dot.y) }
      svg.element("path", [("class", "chart-dots"), ("d", data.text)])
      return
    }
    svg.open("g", [("class", "chart-dot")])
    for (dot, title) in zip(dots, dotTitles) {
      svg.element(
        "circle",
        [("cx", Coordinate.text(dot.x)), ("cy", Coordinate.text(dot.y)), ("r", "3")],
        title: title)
    }
    svg.close("g")
  }

  private func path(
    _ points: [PlottedPoint], _ className: String, _ frame: Frame, _ svg: inout SVGWriter
  ) {
    guard !points.isEmpty else { return }
    // Details smaller than the rounding of coordinates are not visible.
    let data = PathData(points.stretched(to: frame.width).simplifiedRuns(tolerance: 0.1))
    svg.element("path", [("class", className), ("d", data.text)])
  }

  /// Returns an open arrow head at the line's end, in the line's direction; upwards for a single
  /// point.
  private func arrowHead(_ frame: Frame) -> PathData? {
    let points = shown.stretched(to: frame.width)
    guard let tip = points.last else { return nil }
    var (right, down) = (0.0, -1.0)
    for point in points.reversed() {
      let (dx, dy) = (tip.x - point.x, tip.y - point.y)
      let length = (dx * dx + dy * dy).squareRoot()
      if length > 0 { (right, down) = (dx / length, dy / length) }
      if length > 6 { break }
    }
    var head = PathData()
    head.move(toX: tip.x - 8 * right - 5 * down, y: tip.y - 8 * down + 5 * right)
    head.line(toX: tip.x, y: tip.y)
    head.line(toX: tip.x - 8 * right + 5 * down, y: tip.y - 8 * down - 5 * right)
    return head
  }
}
