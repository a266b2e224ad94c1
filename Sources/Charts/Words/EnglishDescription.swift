import Numerals

/// A chart in English sentences.
enum EnglishDescription {
  /// Names what the chart is about.
  static func opening(_ chart: Chart) -> String {
    let (noun, count) = chart.noun(.english)
    var text = noun.chart
    if !chart.y.label.isEmpty { text += " of " + chart.y.label }
    if !chart.x.label.isEmpty { text += " against " + chart.x.label }
    if chart.x.scale == .log, chart.y.scale == .log {
      text += ", both scales logarithmic"
    } else {
      if let scale = name(chart.y.scale) { text += ", " + scale + " scale" }
      if let scale = name(chart.x.scale) { text += ", " + scale + " horizontal scale" }
    }
    if !chart.panels.isEmpty { text += ", \(chart.panels.count) panels" }
    if count > 1 { text += ", \(count) " + noun.many }
    return text + (chart.marks.isEmpty && chart.panels.isEmpty ? ", without data." : ".")
  }

  private static func name(_ scale: Axis.Scale) -> String? {
    switch scale {
    case .linear: nil
    case .log: "logarithmic"
    case .symmetricLog: "symmetric logarithmic"
    }
  }

  /// Says how a line runs, and what is left out of it.
  static func sentences(_ line: LineMark, _ census: LineCensus, in chart: Chart) -> [String] {
    var sentences = [subject(line.label, chart) + course(line, census) + "."]
    if census.unpositive > 0 {
      sentences.append(leftOut(census.unpositive, "is", "are", "not positive"))
    }
    if census.unfinite > 0 {
      sentences.append(leftOut(census.unfinite, "is", "are", "not finite"))
    }
    return sentences
  }

  static func subject(_ label: String?, _ chart: Chart) -> String {
    if let label { return label }
    guard let first = chart.y.label.utf8.first else { return "The line" }
    let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    guard isLower else { return chart.y.label }
    return String(Character(Unicode.Scalar(first - 32))) + chart.y.label.dropFirst()
  }

  private static func course(_ line: LineMark, _ census: LineCensus) -> String {
    let text = NumberFormat.concise.text
    var ending = ""
    if let divergence = line.divergence {
      let value = NumberFormat.shortest.text(divergence.value)
      ending = " is " + value + " from " + line.placeText(divergence.x) + " on"
    }
    guard let first = census.first, let last = census.last else {
      return line.count == 0
        ? " has no values" : ending.isEmpty ? " has no values to draw" : ending
    }
    var course = run(from: first, to: last, census)
    if let least = census.innerLeast {
      course += ", with its lowest value \(text(least.y)) at \(text(least.x))"
    }
    if let greatest = census.innerGreatest {
      let joint = census.innerLeast == nil ? ", with" : " and"
      course += joint + " its highest value \(text(greatest.y)) at \(text(greatest.x))"
    }
    return course + (ending.isEmpty ? "" : ", and then" + ending)
  }

  private static func run(
    from first: LineCensus.Point, to last: LineCensus.Point, _ census: LineCensus
  ) -> String {
    let text = NumberFormat.concise.text
    if first == last { return " is \(text(first.y)) at \(text(first.x))" }
    if census.least?.y == census.greatest?.y {
      return " stays at \(text(first.y)) from \(text(first.x)) to \(text(last.x))"
    }
    let verb = last.y < first.y ? "falls" : last.y > first.y ? "rises" : "goes"
    return " \(verb) from \(text(first.y)) at \(text(first.x))"
      + " to \(text(last.y)) at \(text(last.x))"
  }

  private static func leftOut(
    _ count: Int, _ one: String, _ many: String, _ what: String
  ) -> String {
    count == 1
      ? "One value that \(one) \(what) is left out."
      : "\(count) values that \(many) \(what) are left out."
  }
}
