import Charts

/// The drawing of a trajectory, laid out for one frame.
struct TrajectoryCourse {
  /// An iterate that is drawn.
  struct Iterate {
    /// The number of steps from the start.
    var step: Int
    /// The position in the picture.
    var point: PlottedPoint
  }

  /// The largest number of iterates that are drawn.
  static var mostIterates: Int { 400 }

  /// The number among the chart's series, from 1.
  let series: Int
  /// The path's name.
  let label: String?
  /// The iterates that are drawn, including those outside the frame.
  let iterates: [Iterate]
  /// The line through them, cut at the frame's edges.
  let line: [PlottedPoint]
  /// The step at which the path leaves the frame for good.
  let leaving: Int?
  /// The first step that is not finite, when the path does not leave the frame before.
  let breakdown: Int?

  /// The steps of an animation with their positions, each "step x y"; nil for a still path.
  let frames: String?
  /// True when the chart has a heat map.
  let isOverColors: Bool

  /// Lays out a trajectory.
  init(_ mark: TrajectoryMark, series: Int, at place: MarkPlace) {
    self.series = series
    label = mark.label
    var all: [Iterate] = []
    for step in 0..<mark.finiteCount {
      if let point = place.point(mark.x[step], mark.y[step]) {
        all.append(Iterate(step: step, point: point))
      }
    }
    let lastInside = all.lastIndex { place.frame.contains($0.point) }
    let leaves = lastInside.map { $0 + 1 < all.count } ?? false
    leaving = leaves ? lastInside.map { all[$0 + 1].step } : nil
    breakdown =
      !leaves && lastInside != nil && mark.finiteCount < mark.count
      ? mark.finiteCount : nil
    // One iterate outside shows the direction in which the path leaves.
    if let lastInside { all.removeLast(max(0, all.count - lastInside - 2)) }
    iterates = Self.thinned(all)
    let way = iterates.map { $0.point }
    // Without dots, bends too small to be seen are left out.
    line = (way.count <= Self.mostDots ? way : way.simplified(tolerance: 0.3))
      .clipped(to: place.frame)
    frames = mark.isAnimated ? mark.frames(at: place) : nil
    isOverColors = place.chart.marks.contains {
      if case .heat = $0 { true } else { false }
    }
  }

  /// Returns the iterates at a visible distance from the one before, at most `mostIterates`.
  private static func thinned(_ all: [Iterate]) -> [Iterate] {
    var kept: [Iterate] = []
    for (index, iterate) in all.enumerated() {
      let isApart = kept.last.map { $0.point.distance(to: iterate.point) >= 0.7 } ?? true
      if isApart {
        kept.append(iterate)
      } else if index == all.count - 1, kept.count > 1 {
        kept[kept.count - 1] = iterate
      }
    }
    guard kept.count > mostIterates else { return kept }
    let last = Double(kept.count - 1)
    let stride = last / Double(mostIterates - 1)
    return (0..<mostIterates).map { kept[Int(min(Double($0) * stride, last).rounded())] }
  }

  /// Returns the iterates inside a frame.
  func visible(in frame: Frame) -> [Iterate] { iterates.filter { frame.contains($0.point) } }

  /// The largest number of iterates for which each one has a dot.
  private static var mostDots: Int { 80 }

  /// True when there are few enough iterates for each to have a dot.
  var hasDots: Bool { iterates.count <= Self.mostDots }

  private static var ages: Int { 5 }

  /// Draws the path: its line, arrows along it, dots that are paler the older they are, its start.
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    guard !line.isEmpty else { return }
    var attributes: [SVGWriter.Attribute] = [("class", SeriesStyle.className(series: series))]
    if let frames { attributes.append(("data-way", frames)) }
    svg.open("g", attributes)
    let way = PathData(line).text
    // On colours a line needs an outline in the background's colour.
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

  /// Draws arrow heads in the middle of some long segments, and one at the end of a path that
  /// leaves the frame or breaks down.
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
  /// Appends an open arrow head on a straight line.
  /// - Parameters:
  ///   - a: the start of the line.
  ///   - b: the end of the line.
  ///   - fraction: the position of the tip on the line, from 0 to 1.
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
