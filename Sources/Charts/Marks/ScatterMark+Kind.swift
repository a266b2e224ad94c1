import Numerals
import Transcript

extension ScatterMark: MarkKind {
  static var tag: UInt8 { 2 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](y.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(
      label: try reader.optionalString(), x: try reader.doubles(), y: try reader.doubles())
    guard x.count == y.count else { throw .malformed }
  }

  var margin: FrameMargin { .both }
  var symbol: Legend.Symbol { .marker }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for index in placed(in: chart) {
      x.include(self.x[index])
      y.include(self.y[index])
    }
  }

  /// The numbers of the points that have a place on the chart's axes.
  func placed(in chart: Chart) -> [Int] {
    (0..<count).filter {
      PositionScale.places(x[$0], on: chart.x.scale)
        && PositionScale.places(y[$0], on: chart.y.scale)
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .numbers([Double](x.prefix(count)))),
      .values(label ?? chart.y.name, .numbers([Double](y.prefix(count)))),
    ]
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Scatter plot", many: "series of points")
    case .chinese: MarkNoun(chart: "散点图", many: "组点")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let shown = placed(in: chart)
    let (across, up) = (Extent(of: shown.map { x[$0] }), Extent(of: shown.map { y[$0] }))
    var sentences: [String] = []
    let places = chart.x.label.isEmpty ? "x" : chart.x.label
    switch language {
    case .english:
      let name = EnglishDescription.subject(label ?? "Points", chart)
      let count = shown.count == 1 ? "one point" : "\(shown.count) points"
      sentences.append(
        shown.isEmpty
          ? name + ": no points."
          : name + ": \(count), \(places) \(across.english), \(chart.y.name) \(up.english).")
    case .chinese:
      let name = label ?? "点"
      sentences.append(
        shown.isEmpty
          ? name + "：没有点。"
          : name + "：\(shown.count) 个点，\(places) \(across.chinese)，\(chart.y.name) \(up.chinese)。")
    }
    return sentences + language.leftOut(count - shown.count)
  }
}

extension Extent {
  /// The smallest and the largest of values.
  init(of values: [Double]) {
    for value in values where value.isFinite { include(value) }
  }

  /// `from 0.1 to 3`.
  var english: String {
    let text = NumberFormat.concise.text
    return least == greatest ? text(least) : "from \(text(least)) to \(text(greatest))"
  }

  /// `从 0.1 到 3`.
  var chinese: String {
    let text = NumberFormat.concise.text
    return least == greatest ? "为 \(text(least))" : "从 \(text(least)) 到 \(text(greatest))"
  }
}
