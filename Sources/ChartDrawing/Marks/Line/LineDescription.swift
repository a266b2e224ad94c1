import Charts
import Numerals

/// The description of a line in words.
struct LineDescription {
  private let line: LineMark
  private let chart: Chart
  private let statistics: LineStatistics
  private let language: ChartLanguage

  /// Prepares the description of a line in a chart.
  init(_ line: LineMark, in chart: Chart, _ language: ChartLanguage) {
    (self.line, self.chart, self.language) = (line, chart, language)
    statistics = LineStatistics(line, in: chart)
  }

  /// The sentences: the course of the line, and the number of values left out.
  var sentences: [String] {
    var sentences = [subject + course + say(".", "。")]
    if statistics.unpositive > 0 {
      sentences.append(leftOut(statistics.unpositive, "not positive", "非正"))
    }
    if statistics.unfinite > 0 {
      sentences.append(leftOut(statistics.unfinite, "not finite", "非有限"))
    }
    return sentences
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language.say(english, chinese)
  }

  private func text(_ value: Double) -> String { NumberFormat.concise.typeset(value) }

  private var subject: String {
    let name = line.label ?? (chart.y.label.isEmpty ? "曲线" : chart.y.label)
    return say(chart.englishSubject(line.label), name + " ")
  }

  private var course: String {
    guard let first = statistics.first, let last = statistics.last else {
      if line.count == 0 { return say(" has no values", "没有值") }
      return ending ?? say(" has no values to draw", "没有可画的值")
    }
    var course = run(from: first, to: last)
    if let least = statistics.innerLeast {
      let (x, y) = (text(least.x), text(least.y))
      course += say(", with its lowest value \(y) at \(x)", "，最低为 \(x) 处的 \(y)")
    }
    if let greatest = statistics.innerGreatest {
      let (x, y) = (text(greatest.x), text(greatest.y))
      let joint = statistics.innerLeast == nil ? ", with" : " and"
      course += say(joint + " its highest value \(y) at \(x)", "，最高为 \(x) 处的 \(y)")
    }
    return course + swings + crossings + (ending.map { say(", and then", "，") + $0 } ?? "")
  }

  /// The clause on ups and downs in the second half of the line; empty where there are few.
  private var swings: String {
    let points = statistics.points
    if !statistics.runsForward {
      // A walk back and forth over the places, which says more than its values do.
      let turns = LineTurns(points.map { $0.x }).count
      return turns == 0 ? "" : say(", turning back \(turns) times", "，折返 \(turns) 次")
    }
    let half = points.count / 2
    let late = LineTurns(points[half...].map { $0.y })
    guard late.oscillates else { return "" }
    let middle = half + (points.count - half) / 2
    let (before, after) = (
      LineTurns(points[half..<middle].map { $0.y }).swing,
      LineTurns(points[middle...].map { $0.y }).swing
    )
    let (place, least, greatest) = (
      text(points[half].x), text(late.extent.least), text(late.extent.greatest)
    )
    var clause = say(
      ", and oscillates between \(least) and \(greatest) from \(place) on",
      "，自 \(place) 起在 \(least) 与 \(greatest) 之间振荡")
    if after * 0.6 > before {
      clause += say(", with growing swings", "，摆幅渐大")
    } else if after < before * 0.6 {
      clause += say(", with shrinking swings", "，摆幅渐小")
    }
    return clause
  }

  /// The clauses on crossings of zero and of level reference lines.
  private var crossings: String {
    let points = statistics.points
    var levels: [(name: String, value: Double)] = [(say("zero", "0"), 0)]
    for case .rule(let rule) in chart.marks {
      if case .horizontal(let value) = rule.course, let label = rule.label {
        levels.append(("“" + label + "”", value))
      }
    }
    var clauses = ""
    for level in levels where PositionScale.places(level.value, on: chart.y.scale) {
      let changes = SignChanges(points.map { $0.x }, points.map { $0.y / 2 - level.value / 2 })
      // A line that swings around a level crosses it often, which says little but for zero.
      guard let first = changes.first, changes.count <= 2 || level.value == 0 else { continue }
      let place = NumberFormat.general(digits: 3).typeset(first)
      clauses +=
        changes.count == 1 && statistics.runsForward
        ? say("; it crosses \(level.name) near \(place)", "；在 \(place) 附近穿过 \(level.name)")
        : say(
          "; it crosses \(level.name) \(changes.count == 1 ? "once" : "\(changes.count) times")",
          "；穿过 \(level.name) 共 \(changes.count) 次")
    }
    return clauses
  }

  /// The clause that names the point of divergence; nil for a line without one.
  private var ending: String? {
    line.divergence.map {
      let (value, place) = (NumberFormat.shortest.typeset($0.value), line.placeText($0.x))
      guard $0.value.isInfinite else {
        return say(" is \(value) from \(place) on", "自 \(place) 起为 \(value)")
      }
      return say(
        " diverges at \(place): it is \(value) from there on", "在 \(place) 处发散，此后为 \(value)")
    }
  }

  private func run(from first: LineStatistics.Point, to last: LineStatistics.Point) -> String {
    let (x, y, end, value) = (text(first.x), text(first.y), text(last.x), text(last.y))
    if first == last { return say(" is \(y) at \(x)", "在 \(x) 处为 \(y)") }
    if statistics.least?.y == statistics.greatest?.y {
      return say(" stays at \(y) from \(x) to \(end)", "从 \(x) 到 \(end) 保持为 \(y)")
    }
    let verb =
      last.y < first.y
      ? say("falls", "降至") : last.y > first.y ? say("rises", "升至") : say("goes", "变为")
    let isSteady = LineTurns(statistics.points.map { $0.y }).isMonotonic
    let (throughout, steadily) = isSteady ? (" throughout", "一直") : ("", "")
    return say(
      " \(verb)\(throughout) from \(y) at \(x) to \(value) at \(end)",
      "从 \(x) 处的 \(y) \(steadily)\(verb) \(end) 处的 \(value)")
  }

  private func leftOut(_ count: Int, _ english: String, _ chinese: String) -> String {
    say(
      count == 1
        ? "One value that is \(english) is left out."
        : "\(count) values that are \(english) are left out.",
      "略去 \(count) 个\(chinese)的值。")
  }
}

/// The facts that a description states: the ends of a line, its extremes and the number of points
/// left out.
struct LineStatistics {
  /// A point of the line.
  struct Point: Equatable {
    /// The x coordinate.
    var x: Double
    /// The value.
    var y: Double
  }

  /// The points that are drawn.
  private(set) var points: [Point] = []
  /// The first point that is drawn.
  private(set) var first: Point?
  /// The last point that is drawn.
  private(set) var last: Point?
  /// The lowest point; of equally low ones the first.
  private(set) var least: Point?
  /// The highest point; of equally high ones the first.
  private(set) var greatest: Point?
  /// The number of points left out because they are not finite, except those at the end.
  private(set) var unfinite = 0
  /// The number of points left out because a logarithmic axis cannot show them.
  private(set) var unpositive = 0

  /// Collects the facts about a line of a chart.
  init(_ line: LineMark, in chart: Chart) {
    let end = line.divergence?.index ?? line.count
    for index in 0..<end {
      let point = Point(x: line.x[index], y: line.y[index])
      guard point.x.isFinite, point.y.isFinite else {
        unfinite += 1
        continue
      }
      guard line.hasPlace(index, in: chart) else {
        unpositive += 1
        continue
      }
      if first == nil { (first, least, greatest) = (point, point, point) }
      last = point
      points.append(point)
      if let lowest = least, point.y < lowest.y { least = point }
      if let highest = greatest, point.y > highest.y { greatest = point }
    }
  }

  /// True when each point lies to the right of the one before.
  var runsForward: Bool { zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x } }

  /// The lowest point, unless an end is as low.
  var innerLeast: Point? { inner(least) }

  /// The highest point, unless an end is as high.
  var innerGreatest: Point? { inner(greatest) }

  private func inner(_ point: Point?) -> Point? {
    point?.y == first?.y || point?.y == last?.y ? nil : point
  }
}
