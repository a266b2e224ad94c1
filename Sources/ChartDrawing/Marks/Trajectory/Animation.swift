import Charts

// Data with which a page's script shows trajectories step by step. Without the script they are
// shown complete.

extension Chart {
  /// The largest number of steps of an animation; of longer paths evenly spaced steps are shown.
  static var mostFrames: Int { 120 }

  /// True when a page can show the chart step by step.
  public var isAnimated: Bool { trajectories.contains { $0.isAnimated } }

  /// The `data-frames` attribute: the steps to show with a text for each; empty for a still chart.
  ///
  /// For a single path: `0 t = 0: (−5, −2), f = 10.5|1 t = 1: …`.
  var animationAttribute: String {
    let moving = trajectories.filter { $0.isAnimated }
    if moving.isEmpty { return "" }
    var steps: [Int] = []
    for mark in moving { steps += mark.frameSteps(in: self) }
    steps.sort()
    var texts: [String] = []
    var last = -1
    for step in steps where step != last {
      last = step
      var text = "\(step) t = \(step)"
      if moving.count == 1 { text += ": " + moving[0].text(at: step, in: self) }
      texts.append(text)
    }
    return " data-frames=\"" + SVGWriter.escaped(texts.joined(separator: "|")) + "\""
  }
}

extension TrajectoryMark {
  /// Returns the steps that an animation shows, up to the one that leaves the picture.
  func frameSteps(in chart: Chart) -> [Int] {
    let last = leavingStep(of: chart) ?? finiteCount - 1
    guard last >= Chart.mostFrames else { return last < 0 ? [] : [Int](0...last) }
    let distance = Double(last) / Double(Chart.mostFrames - 1)
    return (0..<Chart.mostFrames).map { Int((Double($0) * distance).rounded()) }
  }

  /// Returns the position and the value at a step.
  fileprivate func text(at step: Int, in chart: Chart) -> String {
    let words = ChartLanguage.english
    let place = words.place(x[step], y[step], in: chart.firstGrid)
    return values.isEmpty ? place : place + ", f = " + words.number(values[step])
  }

  /// Returns the shown steps with their positions in a frame, each "step x y". An iterate outside
  /// is moved to the point where the path crosses the edge.
  func frames(at place: MarkPlace) -> String {
    var parts: [String] = []
    var previous: PlottedPoint?
    for step in frameSteps(in: place.chart) {
      guard var point = place.point(x[step], y[step]) else { continue }
      if !place.frame.contains(point), let before = previous {
        let leave = place.frame.inside(from: before, to: point)?.1 ?? 0
        point.x = before.x + (point.x - before.x) * leave
        point.y = before.y + (point.y - before.y) * leave
      }
      previous = point
      parts.append("\(step) " + Coordinate.text(point.x) + " " + Coordinate.text(point.y))
    }
    return parts.joined(separator: " ")
  }
}
