/// A line with everything decided but the frame's width: the points' `x` run from 0 to 1.
struct LineCourse {
  /// The place among the chart's series, from 1; colours and dashes repeat after eight.
  let series: Int
  /// The series' name.
  let label: String?
  /// The line as it is, thinned and clipped.
  let points: [PlottedPoint]
  /// The calm line to draw over a noisy one.
  let calm: [PlottedPoint]?
  /// The number of points that the calm line takes together.
  let window: Int
  /// The points to mark, when there are few.
  var dots: [PlottedPoint]
  /// The text that each of them shows at the pointer; empty for none.
  var dotTitles: [String] = []
  /// The note at the end of a line that leaves the finite numbers.
  let note: String?

  /// The line that a reader follows.
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

  /// Dots that say their values at the pointer are elements of their own; others share one.
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
    // What moves the line by less than places are rounded is not seen.
    let data = PathData(points.stretched(to: frame.width).simplifiedRuns(tolerance: 0.1))
    svg.element("path", [("class", className), ("d", data.text)])
  }

  /// An open arrow head at the line's end, in the line's direction; upwards for a point alone.
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
