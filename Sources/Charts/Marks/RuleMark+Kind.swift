import Numerals
import Transcript

extension RuleMark: MarkKind {
  static var tag: UInt8 { 7 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    switch course {
    case .horizontal(let value): writer.write([value])
    case .vertical(let place): writer.write([place, 0])
    case .sloped(let slope, let x, let y): writer.write([slope, x, y])
    }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let label = try reader.optionalString()
    let numbers = try reader.doubles()
    switch numbers.count {
    case 1: self.init(.horizontal(numbers[0]), label: label)
    case 2: self.init(.vertical(numbers[0]), label: label)
    case 3: self.init(.sloped(numbers[0], x: numbers[1], y: numbers[2]), label: label)
    default: throw .malformed
    }
  }

  var takesSeries: Bool { false }
  /// The name stands at the line.
  var symbol: Legend.Symbol { .line("chart-rule") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    switch course {
    case .horizontal(let value):
      if PositionScale.places(value, on: chart.y.scale) { y.include(value) }
    case .vertical(let place):
      if PositionScale.places(place, on: chart.x.scale) { x.include(place) }
    case .sloped: break
    }
  }

  /// A line of reference without anything that refers to it shows nothing.
  func isEmpty(in chart: Chart) -> Bool { true }

  func columns(in chart: Chart) -> [DataColumn] { [] }

  static func noun(_ language: ChartLanguage) -> MarkNoun { LineMark.noun(language) }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.text
    let places = chart.x.label.isEmpty ? "x" : chart.x.label
    switch (language, course) {
    case (.english, .horizontal(let value)):
      return [name("A reference line") + " stands at \(chart.y.name) \(text(value))."]
    case (.english, .vertical(let place)):
      return [name("A reference line") + " stands at \(places) \(text(place))."]
    case (.english, .sloped(let slope, let x, let y)):
      let point = "(\(text(x)), \(text(y)))"
      return [name("A reference line") + " has slope \(text(slope)) and goes through \(point)."]
    case (.chinese, .horizontal(let value)):
      return [name("参考线") + " 位于 \(chart.y.name) = \(text(value))。"]
    case (.chinese, .vertical(let place)):
      return [name("参考线") + " 位于 \(places) = \(text(place))。"]
    case (.chinese, .sloped(let slope, let x, let y)):
      return [name("参考线") + " 斜率为 \(text(slope))，经过 (\(text(x)), \(text(y)))。"]
    }
  }

  private func name(_ kind: String) -> String { label.map { kind + " “" + $0 + "”" } ?? kind }
}
