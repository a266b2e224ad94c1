import Charts

extension FrameTexts {
  /// Places the texts of all trajectories and minima of a chart.
  ///
  /// - Parameters:
  ///   - ways: the trajectories, and their numbers among the chart's series.
  ///   - place: the place in which the chart's marks are drawn.
  init(of ways: [(mark: TrajectoryMark, series: Int)], at place: MarkPlace) {
    self.init(frame: place.frame, layout: place.layout)
    let courses = ways.map { TrajectoryCourse($0.mark, series: $0.series, at: place) }
    for course in courses {
      for iterate in course.visible(in: place.frame) {
        block(iterate.point, radius: course.hasDots ? 3.5 : 1.5)
      }
    }
    for course in courses { nameEnds(of: course, place) }
    for case .minimum(let mark) in place.chart.marks { name(mark, place) }
    var blocked: Set<UInt64> = []
    for course in courses {
      // Keeps further texts off the lines.
      for point in course.line.resampled(every: 6) where isFirst(at: point, among: &blocked) {
        block(point, radius: 1)
      }
    }
    if courses.count <= 4 {
      for course in courses { name(course, place) }
    }
    for course in courses { number(course, place) }
  }

  /// Returns true for the first point in a square of two units: further ones would block nothing
  /// more.
  private func isFirst(at point: PlottedPoint, among blocked: inout Set<UInt64>) -> Bool {
    let column = UInt64(max(point.x / 2, 0)) & 0xFFFF_FFFF
    let row = UInt64(max(point.y / 2, 0)) & 0xFFFF_FFFF
    return blocked.insert(row << 32 | column).inserted
  }

  /// Labels the start, unless another path has that label, and the event at the end.
  private mutating func nameEnds(of course: TrajectoryCourse, _ place: MarkPlace) {
    let owner = Owner.series(course.series)
    if let end = course.line.last {
      let note =
        course.leaving.map { place.language.leaves(at: $0) }
        ?? course.breakdown.map { place.language.say("not finite at step \($0)", "第 \($0) 步不再有限") }
      if let note {
        put(note, owner, "chart-note", beside: end, gap: 10, covering: 100)
      }
    }
    guard let first = course.visible(in: place.frame).first, first.step == 0 else { return }
    block(first.point, radius: place.layout.markerReach)
    if !hasText("chart-mark-name", besides: owner) {
      put(
        place.language.say("start", "起点"), owner, "chart-mark-name", beside: first.point, gap: 7,
        covering: 1)
    }
  }

  /// Writes a path's name beside its end or, where that has no room, beside an earlier iterate.
  private mutating func name(_ course: TrajectoryCourse, _ place: MarkPlace) {
    guard let name = course.label else { return }
    let text = TextMeasure.shortened(
      name, size: place.layout.textSize, width: place.frame.width / 2)
    for iterate in course.visible(in: place.frame).reversed().prefix(40) {
      let isPlaced = put(
        text, .series(course.series), "chart-note chart-name", beside: iterate.point, gap: 7,
        covering: 0)
      if isPlaced { return }
    }
  }

  private mutating func name(_ mark: MinimumMark, _ place: MarkPlace) {
    guard let point = place.point(mark.x, mark.y), place.frame.contains(point) else { return }
    block(point, radius: place.layout.markerReach)
    put(
      mark.name ?? place.language.say("minimum", "极小点"), .minimum(mark.x, mark.y),
      "chart-mark-name", beside: point,
      gap: 7, covering: 3)
  }

  /// Numbers the first steps, and some later ones.
  private mutating func number(_ course: TrajectoryCourse, _ place: MarkPlace) {
    guard course.hasDots else { return }
    let few = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
    let more = place.layout == .wide ? [3, 4, 15, 30, 40, 60, 80] : [3]
    var numbered: [PlottedPoint] = []
    for steps in [few, more] {
      for iterate in course.visible(in: place.frame) where steps.contains(iterate.step) {
        // Where a path hardly moves any more, one number is enough.
        guard numbered.allSatisfy({ $0.distance(to: iterate.point) >= place.layout.row }) else {
          continue
        }
        let isPlaced = put(
          iterate.step.description, .series(course.series), "chart-number",
          beside: iterate.point, gap: 4, covering: 0)
        if isPlaced { numbered.append(iterate.point) }
      }
    }
  }
}
