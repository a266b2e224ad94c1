import Transcript

extension LineMark: MarkKind {
  static var tag: UInt8 { 1 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(smoothing.rawValue)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](y.prefix(count)))
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.optionalString(), x: [], y: [])
    guard let smoothing = Smoothing(rawValue: try reader.byte()) else { throw .malformed }
    self.smoothing = smoothing
    x = try reader.doubles()
    y = try reader.doubles()
    guard x.count == y.count else { throw .malformed }
  }

  var symbol: Legend.Symbol { .line("chart-line") }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .numbers([Double](x.prefix(count)))),
      .values(label ?? chart.y.name, .numbers([Double](y.prefix(count)))),
    ]
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Line chart", many: "lines")
    case .chinese: MarkNoun(chart: "折线图", many: "条线")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let census = LineCensus(self, in: chart)
    switch language {
    case .english: return EnglishDescription.sentences(self, census, in: chart)
    case .chinese: return ChineseDescription.sentences(self, census, in: chart)
    }
  }

  func course(at place: MarkPlace) -> LineCourse? { LineCourse(self, at: place) }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    place.course?.draw(into: &svg, frame: place.frame)
  }
}
