import Transcript

extension TrajectoryMark: MarkKind {
  static var tag: UInt8 { 11 }

  func write(to writer: inout ByteWriter) {
    writer.write(optional: label)
    writer.write(UInt8(isAnimated ? 1 : 0))
    writer.write(x)
    writer.write(y)
    writer.write(values)
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let label = try reader.optionalString()
    let flag = try reader.byte()
    let (x, y, values) = (try reader.doubles(), try reader.doubles(), try reader.doubles())
    guard flag <= 1, x.count == y.count, values.isEmpty || values.count == x.count else {
      throw .malformed
    }
    self.init(label: label, x: x, y: y, values: values, isAnimated: flag == 1)
  }

  var symbol: Legend.Symbol { .line("chart-line") }
  var margin: FrameMargin { .both }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    guard !chart.hasGround else { return }
    for step in 0..<finiteCount where PositionScale.places(self.x[step], on: chart.x.scale) {
      guard PositionScale.places(self.y[step], on: chart.y.scale) else { continue }
      x.include(self.x[step])
      y.include(self.y[step])
    }
  }

  func isEmpty(in chart: Chart) -> Bool { finiteCount == 0 }

  func columns(in chart: Chart) -> [DataColumn] {
    let prefix = chart.trajectories.count > 1 ? label.map { $0 + ": " } ?? "" : ""
    let xName = chart.x.label.isEmpty ? "x" : chart.x.label
    var columns = [
      DataColumn(name: "t", content: .numbers((0..<count).map(Double.init)), arePlaces: true),
      .values(prefix + xName, .numbers(x)), .values(prefix + chart.y.name, .numbers(y)),
    ]
    if !values.isEmpty { columns.append(.values(prefix + "f", .numbers(values))) }
    return columns
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Trajectory", many: "trajectories")
    case .chinese: MarkNoun(chart: "轨迹图", many: "条轨迹")
    }
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    [FieldWords(language: language).way(of: self, in: chart)]
  }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    TrajectoryCourse(self, series: place.series, at: place).draw(into: &svg, at: place)
    place.wayTexts.draw(.series(place.series), into: &svg)
  }
}
