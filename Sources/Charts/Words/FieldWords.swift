import Numerals

/// The words of charts of functions of two variables.
struct FieldWords {
  /// The language to speak.
  let language: ChartLanguage

  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  /// A number for reading, with a true minus sign.
  func number(_ value: Double) -> String { axisText(NumberFormat.concise.text(value)) }

  /// A place, as exact as a reader can see it in the picture: "(−5, −2)".
  func place(_ x: Double, _ y: Double, in grid: Grid?) -> String {
    "(" + coordinate(x, grid?.x ?? []) + ", " + coordinate(y, grid?.y ?? []) + ")"
  }

  private func coordinate(_ value: Double, _ places: [Double]) -> String {
    guard let first = places.first, let last = places.last, last > first, (last - first).isFinite
    else { return number(value) }
    // A thousandth of the picture.
    let decimals = 3 - Int(decimalLogarithm(last - first).rounded(.down))
    guard (0...9).contains(decimals), value.magnitude < 1e6 else { return number(value) }
    var digits = [UInt8](NumberFormat.fixed(decimals: decimals).text(value).utf8)
    if digits.contains(UInt8(ascii: ".")) {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    let text = String(decoding: digits, as: UTF8.self)
    return text == "-0" ? "0" : axisText(text)
  }

  // Inside of the picture.

  var start: String { say("start", "起点") }
  var minimum: String { say("minimum", "极小点") }
  var diverges: String { say("diverges", "发散") }
  var noValue: String { say("no value", "无值") }
  func leaves(at step: Int) -> String {
    say("leaves the picture at step \(step)", "第 \(step) 步离开图框")
  }
  func breaksDown(at step: Int) -> String {
    say("not finite at step \(step)", "第 \(step) 步不再有限")
  }
  func constant(_ value: Double) -> String {
    say("constant: \(number(value))", "恒为 \(number(value))")
  }

  // The text alternative.

  /// "x from −6 to 6".
  private func span(_ axis: Axis, _ name: String, _ places: [Double]) -> String {
    let name = axis.label.isEmpty ? name : axis.label
    guard let first = places.first, let last = places.last else { return name }
    return say(
      "\(name) from \(number(first)) to \(number(last))",
      "\(name) 从 \(number(first)) 到 \(number(last))")
  }

  func spans(_ chart: Chart, _ grid: Grid?) -> String {
    let x = span(chart.x, "x", grid?.x ?? [])
    let y = span(chart.y, "y", grid?.y ?? [])
    return say("\(x) and \(y)", "\(x)，\(y)")
  }

  /// Names a chart of contour lines.
  func contours(over chart: Chart) -> String {
    let spans = spans(chart, chart.firstGrid)
    return say("Contour lines over \(spans).", "等高线图：\(spans)。")
  }

  /// Says which values a function takes.
  func values(of grid: Grid) -> String {
    guard let node = grid.lowestNode, let greatest = grid.sortedValues.last else {
      return say("The function has no finite value.", "函数没有有限值。")
    }
    let least = grid.values[node]
    if least == greatest {
      return say(
        "The function has the value \(number(least)) everywhere.",
        "函数处处为 \(number(least))。")
    }
    let place = grid.place(ofNode: node)
    let lost = grid.values.count { !$0.isFinite }
    let rest = lost == 0 ? "" : say(", and not finite in places", "，有些地方不是有限值")
    return say(
      "The function's values run from \(number(least)), near \(self.place(place.x, place.y, in: grid)), "
        + "to \(number(greatest))\(rest).",
      "函数值从 \(self.place(place.x, place.y, in: grid)) 附近的 \(number(least)) 到 \(number(greatest))\(rest)。"
    )
  }

  /// Tells where a trajectory goes.
  func way(of mark: TrajectoryMark, in chart: Chart) -> String {
    let name = mark.label.map { $0 + " " } ?? say("The trajectory ", "轨迹")
    let count = mark.finiteCount
    guard count > 0 else { return say("\(name)has no finite point.", "\(name)没有有限的点。") }
    let first = place(mark.x[0], mark.y[0], in: chart.firstGrid)
    if mark.count == 1 {
      return say("\(name)is one point, \(first).", "\(name)只有一点 \(first)。")
    }
    let last = place(mark.x[count - 1], mark.y[count - 1], in: chart.firstGrid)
    let steps = count - 1
    let end =
      count < mark.count
      ? say("is not finite from step \(count) on", "从第 \(count) 步起不再有限")
      : say(
        "ends at \(last) after \(steps) step\(steps == 1 ? "" : "s")", "\(steps) 步后到达 \(last)")
    var text = say("\(name)starts at \(first) and \(end)", "\(name)从 \(first) 出发，\(end)")
    if !mark.values.isEmpty {
      text += change(from: mark.values[0], to: mark.values[count - 1])
    }
    if let step = mark.leavingStep(of: chart) {
      text += say("; it \(leaves(at: step))", "；\(leaves(at: step))")
    }
    return text + say(".", "。")
  }

  private func change(from first: Double, to last: Double) -> String {
    let verb =
      last < first ? say("falls", "降至") : last > first ? say("rises", "升至") : say("goes", "变为")
    return say(
      "; the value \(verb) from \(number(first)) to \(number(last))",
      "；函数值从 \(number(first)) \(verb) \(number(last))")
  }

  /// Says where a minimum is.
  func minimum(_ mark: MinimumMark, in chart: Chart) -> String {
    let place = place(mark.x, mark.y, in: chart.firstGrid)
    let name = mark.name ?? say("A minimum", "极小点")
    return say("\(name) is marked at \(place).", "\(name)标在 \(place)。")
  }
}

extension Chart {
  /// The grid of the first mark that has one.
  var firstGrid: Grid? {
    for mark in marks {
      switch mark {
      case .contour(let contour): return contour.grid
      case .heat(let heat): return heat.grid
      default: continue
      }
    }
    return nil
  }
}

extension TrajectoryMark {
  /// The step from which on the way stays outside of what a chart shows; nil when its last finite
  /// iterate is inside, or all are outside.
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
