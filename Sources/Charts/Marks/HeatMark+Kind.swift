import Transcript

extension HeatMark: MarkKind {
  static var tag: UInt8 { 13 }

  func write(to writer: inout ByteWriter) {
    grid.write(to: &writer)
    writer.write(name)
    writer.write(scale.rawValue)
    writer.write(limit.map { [$0] } ?? [])
    writer.write(optional: limitLabel)
    writer.write(UInt32(kinds.count))
    for kind in kinds { writer.write(kind) }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(try Grid(from: &reader), name: try reader.string())
    guard let scale = Axis.Scale(rawValue: try reader.byte()) else { throw .malformed }
    self.scale = scale
    let limits = try reader.doubles()
    guard limits.count <= 1 else { throw .malformed }
    limit = limits.first
    limitLabel = try reader.optionalString()
    for _ in 0..<(try reader.uint32()) { kinds.append(try reader.string()) }
  }

  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .none }
  var symbol: Legend.Symbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for edge in CellEdges(grid.x, on: chart.x.scale).edges { x.include(edge) }
    for edge in CellEdges(grid.y, on: chart.y.scale).edges { y.include(edge) }
  }

  func isEmpty(in chart: Chart) -> Bool { grid.values.isEmpty }

  func columns(in chart: Chart) -> [DataColumn] {
    chart.trajectories.isEmpty ? grid.columns(in: chart) : []
  }

  static func noun(_ language: ChartLanguage) -> MarkNoun {
    switch language {
    case .english: MarkNoun(chart: "Heat map", many: "maps")
    case .chinese: MarkNoun(chart: "热图", many: "幅图")
    }
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? {
    FieldWords(language: language).map(self, in: chart)
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let words = FieldWords(language: language)
    return kinds.isEmpty ? words.values(of: self) : words.shares(of: self)
  }

  func roomBeside(_ layout: ChartLayout) -> Double {
    ColorKey(self, height: 240, layout: layout, language: .english).width + 16
  }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let cells = HeatCells(self, at: place)
    cells.draw(into: &svg, frame: place.frame)
    ColorKey(self, height: place.frame.height, layout: place.layout, language: place.language)
      .draw(into: &svg, x: place.frame.width + 14)
    var placement = place.wayTexts.placement
    if limit != nil { drawBoundary(into: &svg, at: place, &placement) }
    RegionNames(self, cells, at: place, &placement).draw(into: &svg)
  }

  /// The line between what is stable and what is not, with its name along it.
  private func drawBoundary(
    into svg: inout SVGWriter, at place: MarkPlace, _ placement: inout TextPlacement
  ) {
    guard let limit else { return }
    // A value that is not finite is as bad as can be, but a line needs a number.
    var ground = grid
    let most = limit + max(limit.magnitude, 1)
    ground.values = grid.values.map { $0.isFinite ? min($0, most) : most }
    let lines = ContourTracing.lines(
      at: limit, of: ground, x: grid.x.map { place.x.position($0) },
      y: grid.y.map { place.y.position($0) }
    ).map { $0.simplified(tolerance: 0.25) }
    var points: [PlottedPoint] = []
    for line in lines where line.length > 4 { points += line }
    guard !points.isEmpty else { return }
    let data = PathData(points).text
    for className in ["chart-back", "chart-boundary"] {
      svg.element("path", [("class", className), ("d", data)])
    }
    nameBoundary(lines, limit, into: &svg, at: place, &placement)
  }

  /// Writes the limit's name beside the boundary, where there is room, from its middle on.
  private func nameBoundary(
    _ lines: [[PlottedPoint]], _ limit: Double, into svg: inout SVGWriter, at place: MarkPlace,
    _ placement: inout TextPlacement
  ) {
    let line = lines.max { $0.length < $1.length } ?? []
    let points = line.resampled(every: 8)
    for point in points { placement.block(point, radius: 3) }
    let text = limitLabel ?? FieldWords(language: place.language).number(limit)
    let size = place.layout.textSize
    let width = TextMeasure.width(text, size: size)
    for point in points[(points.count / 2)...] + points[..<(points.count / 2)] {
      let spot = placement.place(
        beside: point, width: width, height: size, gap: 7, covering: 0)
      guard let spot else { continue }
      svg.element(
        "text",
        [
          ("class", "chart-boundary-name"), ("x", Coordinate.text(spot.x)),
          ("y", Coordinate.text(spot.y)),
        ], content: text)
      return
    }
  }
}
