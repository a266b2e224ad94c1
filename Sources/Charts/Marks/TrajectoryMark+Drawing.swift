extension TrajectoryCourse {
  private static var ages: Int { 5 }

  /// Draws the way: its line, arrows along it, dots that are paler the older they are, its start.
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    guard !line.isEmpty else { return }
    var attributes: [SVGWriter.Attribute] = [("class", LineCourse.className(series: series))]
    if let frames { attributes.append(("data-way", frames)) }
    svg.open("g", attributes)
    let way = PathData(line).text
    // Over colours a line needs an edge of paper.
    for className in isOverColors ? ["chart-back", "chart-way"] : ["chart-way"] {
      svg.element(
        "path",
        [
          ("class", className == "chart-way" ? "chart-line chart-way" : className), ("d", way),
        ])
    }
    drawArrows(into: &svg)
    let visible = visible(in: place.frame)
    if hasDots { drawDots(visible, into: &svg) }
    if let first = visible.first, first.step == 0 {
      svg.element(
        "circle",
        [
          ("class", "chart-start"), ("cx", Coordinate.text(first.point.x)),
          ("cy", Coordinate.text(first.point.y)), ("r", Coordinate.text(place.layout.markerReach)),
        ])
    }
    svg.close("g")
  }

  private func drawDots(_ visible: [Iterate], into svg: inout SVGWriter) {
    for age in 1...Self.ages {
      var data = PathData()
      for (index, iterate) in visible.enumerated() where iterate.step > 0 {
        guard index * Self.ages / visible.count + 1 == age else { continue }
        data.dot(atX: iterate.point.x, y: iterate.point.y)
      }
      if data.text.isEmpty { continue }
      svg.element(
        "path", [("class", "chart-iterate age-\(age)"), ("d", data.text)])
    }
  }

  /// Arrow heads in the middle of some long pieces, and one at the end of a way that goes on
  /// outside of the frame.
  private func drawArrows(into svg: inout SVGWriter) {
    var data = PathData()
    var travelled = 60.0
    for index in line.indices.dropFirst() where !line[index].startsRun {
      let (a, b) = (line[index - 1], line[index])
      let length = a.distance(to: b)
      travelled += length
      let isLast = index == line.count - 1
      if isLast && (leaving != nil || breakdown != nil) {
        data.arrowHead(from: a, to: b, at: 1, size: 9)
      } else if travelled >= 60, length >= 22 {
        data.arrowHead(from: a, to: b, at: 0.55, size: 6)
        travelled = 0
      }
    }
    if data.text.isEmpty { return }
    svg.element("path", [("class", "chart-arrow"), ("d", data.text)])
  }
}

extension PathData {
  /// Sets a dot, as wide as the line.
  mutating func dot(atX x: Double, y: Double) {
    move(toX: x, y: y)
    line(toX: x, y: y)
  }

  /// An open arrow head on a straight line.
  /// - Parameters:
  ///   - a: where the line comes from.
  ///   - b: where it goes.
  ///   - fraction: where on the line the tip stands, from 0 to 1.
  ///   - size: the head's length.
  mutating func arrowHead(
    from a: PlottedPoint, to b: PlottedPoint, at fraction: Double, size: Double
  ) {
    let length = a.distance(to: b)
    guard length > 0 else { return }
    let (right, down) = ((b.x - a.x) / length, (b.y - a.y) / length)
    let tip = (x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction)
    let (back, side) = (size, size * 0.55)
    move(toX: tip.x - back * right - side * down, y: tip.y - back * down + side * right)
    line(toX: tip.x, y: tip.y)
    line(toX: tip.x - back * right + side * down, y: tip.y - back * down - side * right)
  }
}
