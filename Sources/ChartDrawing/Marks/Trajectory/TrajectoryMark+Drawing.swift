import Charts

extension TrajectoryMark: DrawnMark {
  var symbol: LegendSymbol { .line("chart-line") }
  var margin: FrameMargin { .both }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    guard !chart.hasGround else { return }
    for step in 0..<finiteCount where PositionScale.places(self.x[step], on: chart.x.scale) {
      guard PositionScale.places(self.y[step], on: chart.y.scale) else { continue }
      x.include(self.x[step])
      y.include(self.y[step])
    }
  }

  func isEmpty(in chart: Chart) -> Bool { finiteCount == 0 }

  func columns(in chart: Chart) -> [DataColumn] {
    let prefix = chart.trajectories.count > 1 ? label.map { $0 + ": " } ?? "" : ""
    let xName = chart.x.label.isEmpty ? "x" : chart.x.label
    var columns = [
      DataColumn(name: "t", content: .numbers((0..<count).map(Double.init)), arePlaces: true),
      .values(prefix + xName, .numbers(x)), .values(prefix + chart.y.name, .numbers(y)),
    ]
    if !values.isEmpty { columns.append(.values(prefix + "f", .numbers(values))) }
    return columns
  }

  var kind: Mark.Kind { .trajectory }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Trajectory", "轨迹图"), many: language.say("trajectories", "条轨迹"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    [way(in: chart, language)]
  }

  var hasFrameTexts: Bool { true }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    TrajectoryCourse(self, series: place.series, at: place).draw(into: &svg, at: place)
    place.frameTexts.draw(.series(place.series), into: &svg)
  }

  /// The number of iterates before the first that is not finite.
  var finiteCount: Int {
    (0..<count).first { !x[$0].isFinite || !y[$0].isFinite } ?? count
  }

  /// Returns the step from which on the path stays outside the grid of a chart, or nil when its
  /// last finite iterate is inside, or all are outside.
  func leavingStep(of chart: Chart) -> Int? {
    guard let grid = chart.firstGrid, let left = grid.x.first, let right = grid.x.last,
      let bottom = grid.y.first, let top = grid.y.last
    else { return nil }
    let inside = (0..<finiteCount).last {
      x[$0] >= left && x[$0] <= right && y[$0] >= bottom && y[$0] <= top
    }
    return inside.flatMap { $0 + 1 < finiteCount ? $0 + 1 : nil }
  }
}

// The description.
extension TrajectoryMark {
  /// Returns a sentence with the trajectory's ends and values.
  private func way(in chart: Chart, _ language: ChartLanguage) -> String {
    let name = label.map { $0 + " " } ?? language.say("The trajectory ", "轨迹")
    let count = finiteCount
    guard count > 0 else { return language.say("\(name)has no finite point.", "\(name)没有有限的点。") }
    let first = language.place(x[0], y[0], in: chart.firstGrid)
    if self.count == 1 {
      return language.say("\(name)is one point, \(first).", "\(name)只有一点 \(first)。")
    }
    let last = language.place(x[count - 1], y[count - 1], in: chart.firstGrid)
    let steps = count - 1
    let end =
      count < self.count
      ? language.say("is not finite from step \(count) on", "从第 \(count) 步起不再有限")
      : language.say(
        "ends at \(last) after \(steps) step\(steps == 1 ? "" : "s")", "\(steps) 步后到达 \(last)")
    var text = language.say("\(name)starts at \(first) and \(end)", "\(name)从 \(first) 出发，\(end)")
    if !values.isEmpty {
      text += change(from: values[0], to: values[count - 1], language)
    }
    text += crossings(in: chart, language)
    if let step = leavingStep(of: chart) {
      text += language.say("; it ", "；") + language.leaves(at: step)
    }
    return text + language.say(".", "。")
  }

  /// Returns a clause for each coordinate in which the path goes back and forth past the only minimum
  /// that the chart marks.
  private func crossings(in chart: Chart, _ language: ChartLanguage) -> String {
    let minima = chart.marks.compactMap { mark in
      if case .minimum(let minimum) = mark { minimum } else { nil }
    }
    guard minima.count == 1, let minimum = minima.first else { return "" }
    var clauses = ""
    for (axis, name, values, middle) in [
      (chart.x, "x", x, minimum.x), (chart.y, "y", y, minimum.y),
    ] {
      let steps = (0..<finiteCount).map(Double.init)
      let count = SignChanges(steps, values.prefix(finiteCount).map { $0 - middle }).count
      guard count > 1 else { continue }
      let level = (axis.label.isEmpty ? name : axis.label) + " = " + language.number(middle)
      clauses += language.say("; it crosses \(level) \(count) times", "；穿过 \(level) 共 \(count) 次")
    }
    return clauses
  }

  private func change(
    from first: Double, to last: Double, _ language: ChartLanguage
  ) -> String {
    let isSteady = LineTurns(values.prefix(finiteCount)).isMonotonic
    let verb =
      last < first
      ? language.say("falls", "降至")
      : last > first ? language.say("rises", "升至") : language.say("goes", "变为")
    let (throughout, steadily) = isSteady ? (" throughout", "一直") : ("", "")
    let (start, end) = (language.number(first), language.number(last))
    return language.say(
      "; the value \(verb)\(throughout) from \(start) to \(end)",
      "；函数值从 \(start) \(steadily)\(verb) \(end)")
  }
}

extension ChartLanguage {
  /// Returns a clause with the step at which a path leaves the picture.
  func leaves(at step: Int) -> String {
    say("leaves the picture at step \(step)", "第 \(step) 步离开图框")
  }
}
