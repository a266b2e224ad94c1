import Numerals
import Transcript

extension BarMark: MarkKind {
  static var tag: UInt8 { 4 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(y)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.optionalString(), y: try reader.doubles())
  }

  var symbol: Legend.Symbol { .field("chart-bar") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for index in self.y.indices where PositionScale.places(self.y[index], on: chart.y.scale) {
      x.include(Double(index) - 0.5)
      x.include(Double(index) + 0.5)
      y.include(self.y[index])
      // Lengths tell the truth only from zero.
      if chart.y.scale != .log { y.include(0) }
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .texts(y.indices.map { chart.x.category($0) })),
      .values(label ?? chart.y.name, .numbers(y)),
    ]
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Bar chart", many: "series of bars")
    case .chinese: MarkNoun(chart: "条形图", many: "组条")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.text
    let parts = y.indices.prefix(12).map { index in
      let name = chart.x.category(index)
      return language == .english
        ? "\(name) \(text(y[index]))" : "\(name) 为 \(text(y[index]))"
    }
    let more = y.count - parts.count
    switch language {
    case .english:
      let name = EnglishDescription.subject(label, chart)
      if y.isEmpty { return [name + ": no bars."] }
      return [
        name + ": " + parts.joined(separator: ", ") + (more > 0 ? ", and \(more) more." : ".")
      ]
    case .chinese:
      let name = label ?? chart.y.name
      if y.isEmpty { return [name + " 没有条。"] }
      return [name + "：" + parts.joined(separator: "，") + (more > 0 ? "，另有 \(more) 个。" : "。")]
    }
  }
}

extension Axis {
  /// The name of a category; its number where it has none.
  func category(_ index: Int) -> String {
    index < categories.count ? categories[index] : "\(index + 1)"
  }
}
