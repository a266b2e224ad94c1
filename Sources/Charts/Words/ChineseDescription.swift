import Numerals

/// A chart in Chinese sentences.
enum ChineseDescription {
  /// Names what the chart is about.
  static func opening(_ chart: Chart) -> String {
    let (noun, count) = chart.noun(.chinese)
    var text = noun.chart
    if !chart.y.label.isEmpty {
      text = chart.x.label.isEmpty ? "" : "以 " + chart.x.label + " 为横轴，"
      text += chart.y.label + " 的" + noun.chart
    }
    if chart.x.scale == .log, chart.y.scale == .log {
      text += "，两轴均为对数刻度"
    } else {
      if let scale = name(chart.y.scale) { text += "，" + scale }
      if let scale = name(chart.x.scale) { text += "，横轴为" + scale }
    }
    if !chart.panels.isEmpty { text += "，共 \(chart.panels.count) 个分图" }
    if count > 1 { text += "，共 \(count) " + noun.many }
    return text + (chart.marks.isEmpty && chart.panels.isEmpty ? "，没有数据。" : "。")
  }

  private static func name(_ scale: Axis.Scale) -> String? {
    switch scale {
    case .linear: nil
    case .log: "对数刻度"
    case .symmetricLog: "对称对数刻度"
    }
  }

  /// Says how a line runs, and what is left out of it.
  static func sentences(_ line: LineMark, _ census: LineCensus, in chart: Chart) -> [String] {
    var sentences = [subject(line.label, chart) + course(line, census) + "。"]
    if census.unpositive > 0 { sentences.append("略去 \(census.unpositive) 个非正的值。") }
    if census.unfinite > 0 { sentences.append("略去 \(census.unfinite) 个非有限的值。") }
    return sentences
  }

  static func subject(_ label: String?, _ chart: Chart) -> String {
    (label ?? (chart.y.label.isEmpty ? "曲线" : chart.y.label)) + " "
  }

  private static func course(_ line: LineMark, _ census: LineCensus) -> String {
    let text = NumberFormat.concise.text
    var ending = ""
    if let divergence = line.divergence {
      let value = NumberFormat.shortest.text(divergence.value)
      ending = "自 " + line.placeText(divergence.x) + " 起为 " + value
    }
    guard let first = census.first, let last = census.last else {
      return line.count == 0 ? "没有值" : ending.isEmpty ? "没有可画的值" : ending
    }
    var course = run(from: first, to: last, census)
    if let least = census.innerLeast {
      course += "，最低为 \(text(least.x)) 处的 \(text(least.y))"
    }
    if let greatest = census.innerGreatest {
      course += "，最高为 \(text(greatest.x)) 处的 \(text(greatest.y))"
    }
    return course + (ending.isEmpty ? "" : "，" + ending)
  }

  private static func run(
    from first: LineCensus.Point, to last: LineCensus.Point, _ census: LineCensus
  ) -> String {
    let text = NumberFormat.concise.text
    if first == last { return "在 \(text(first.x)) 处为 \(text(first.y))" }
    if census.least?.y == census.greatest?.y {
      return "从 \(text(first.x)) 到 \(text(last.x)) 保持为 \(text(first.y))"
    }
    let verb = last.y < first.y ? "降至" : last.y > first.y ? "升至" : "变为"
    return
      "从 \(text(first.x)) 处的 \(text(first.y)) \(verb) \(text(last.x)) 处的 \(text(last.y))"
  }
}
