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
    return course + (ending.map { say(", and then", "，") + $0 } ?? "")
  }

  /// The clause that names the point of divergence; nil for a line without one.
  private var ending: String? {
    line.divergence.map {
      let (value, place) = (NumberFormat.shortest.typeset($0.value), line.placeText($0.x))
      return say(" is \(value) from \(place) on", "自 \(place) 起为 \(value)")
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
    return say(
      " \(verb) from \(y) at \(x) to \(value) at \(end)",
      "从 \(x) 处的 \(y) \(verb) \(end) 处的 \(value)")
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
      if let lowest = least, point.y < lowest.y { least = point }
      if let highest = greatest, point.y > highest.y { greatest = point }
    }
  }

  /// The lowest point, unless an end is as low.
  var innerLeast: Point? { inner(least) }

  /// The highest point, unless an end is as high.
  var innerGreatest: Point? { inner(greatest) }

  private func inner(_ point: Point?) -> Point? {
    point?.y == first?.y || point?.y == last?.y ? nil : point
  }
}
