import Numerals
import Transcript

extension BandMark: MarkKind {
  static var tag: UInt8 { 6 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](lower.prefix(count)))
    writer.write([Double](upper.prefix(count)))
    writer.write([Double](middle.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      label: try reader.optionalString(), x: try reader.doubles(), lower: try reader.doubles(),
      upper: try reader.doubles(), middle: try reader.doubles())
    guard x.count == lower.count, x.count == upper.count, middle.count <= x.count else {
      throw .malformed
    }
  }

  var symbol: Legend.Symbol { middle.isEmpty ? .field("chart-band") : .line("chart-line") }

  /// The line in the band.
  private var line: LineMark { LineMark(label: label, x: x, y: middle) }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    if !middle.isEmpty { line.extend(&x, &y, in: chart) }
    let shown = chart.x.usableDomain
    for index in 0..<count where PositionScale.places(self.x[index], on: chart.x.scale) {
      x.include(self.x[index])
      guard shown?.contains(self.x[index]) ?? true else { continue }
      for value in [lower[index], upper[index]]
      where PositionScale.places(value, on: chart.y.scale) { y.include(value) }
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    let name = label ?? chart.y.name
    var columns = [DataColumn.places(chart.x, .numbers([Double](x.prefix(count))))]
    if !middle.isEmpty { columns.append(.values(name, .numbers([Double](middle.prefix(count))))) }
    columns.append(.values(name + " ↓", .numbers([Double](lower.prefix(count)))))
    columns.append(.values(name + " ↑", .numbers([Double](upper.prefix(count)))))
    return columns
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Chart of bands", many: "bands")
    case .chinese: MarkNoun(chart: "带状图", many: "条带")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.text
    var sentences = middle.isEmpty ? [] : line.sentences(in: chart, language)
    let drawn = (0..<count).filter { lower[$0].isFinite && upper[$0].isFinite }
    guard let first = drawn.first, let last = drawn.last else { return sentences }
    let (from, to) = (text(lower[first]), text(upper[first]))
    let (low, high, place) = (text(lower[last]), text(upper[last]), text(x[last]))
    switch language {
    case .english:
      let name = label.map { "The band of " + $0 } ?? "The band"
      sentences.append(
        name + " reaches from \(from) to \(to) at \(text(x[first]))"
          + " and from \(low) to \(high) at \(place).")
    case .chinese:
      let name = label.map { $0 + " 的" } ?? ""
      sentences.append(
        name + "带在 \(text(x[first])) 处从 \(from) 到 \(to)，在 \(place) 处从 \(low) 到 \(high)。")
    }
    return sentences
  }

  func course(at place: MarkPlace) -> LineCourse? {
    middle.isEmpty ? nil : LineCourse(line, at: place)
  }
}
