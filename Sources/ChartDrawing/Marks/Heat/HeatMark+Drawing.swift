import Charts
import Numerals

extension HeatMark: DrawnMark {
  var label: String? { nil }
  var takesSeries: Bool { false }
  var margin: FrameMargin { .none }
  var symbol: LegendSymbol { .line("chart-contour") }

  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    for edge in CellEdges(grid.x, on: chart.x.scale).edges { x.include(edge) }
    for edge in CellEdges(grid.y, on: chart.y.scale).edges { y.include(edge) }
  }

  func isEmpty(in chart: Chart) -> Bool { grid.values.isEmpty }

  func columns(in chart: Chart) -> [DataColumn] {
    chart.trajectories.isEmpty ? grid.columns(in: chart) : []
  }

  var kind: Mark.Kind { .heat }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Heat map", "热图"), many: language.say("maps", "幅图"))
  }

  func opening(in chart: Chart, _ language: ChartLanguage) -> String? {
    title(in: chart, language)
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    kinds.isEmpty ? values(language) : shares(language)
  }

  var hasFrameTexts: Bool { true }

  func roomBeside(_ layout: ChartLayout) -> Double {
    ColorKey(self, height: 240, layout: layout, language: .english).width + 16
  }

  /// The distance between the frame and the key.
  static var gapBeforeKey: Double { 14 }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let cells = HeatCells(self, at: place)
    cells.draw(into: &svg, at: place)
    ColorKey(self, height: place.frame.height, layout: place.layout, language: place.language)
      .draw(into: &svg, x: place.frame.width + Self.gapBeforeKey)
    var placement = place.frameTexts.placement
    if limit != nil { drawBoundary(into: &svg, at: place, &placement) }
    RegionNames(self, cells, at: place, &placement).draw(into: &svg)
  }

  /// Draws the boundary between stable and unstable values, with its name beside it.
  private func drawBoundary(
    into svg: inout SVGWriter, at place: MarkPlace, _ placement: inout TextPlacement
  ) {
    guard let limit else { return }
    let lines = boundary.isEmpty ? tracedBoundary(limit, at: place) : [knownBoundary(at: place)]
    var points: [PlottedPoint] = []
    for line in lines where line.length > 4 { points += line }
    guard !points.isEmpty else { return }
    let data = PathData(points).text
    for className in ["chart-back", "chart-boundary"] {
      svg.element("path", [("class", className), ("d", data)])
    }
    nameBoundary(lines, limit, into: &svg, at: place, &placement)
  }

  /// Returns the exact boundary, cut at the frame's edges.
  private func knownBoundary(at place: MarkPlace) -> [PlottedPoint] {
    var line: [PlottedPoint] = []
    var isGap = true
    for (x, y) in boundary {
      guard var point = place.point(x, y) else {
        isGap = true
        continue
      }
      point.startsRun = isGap
      line.append(point)
      isGap = false
    }
    return line.clipped(to: place.frame)
  }

  /// Returns the lines between the cells that stay within the limit and those beyond.
  private func tracedBoundary(_ limit: Double, at place: MarkPlace) -> [[PlottedPoint]] {
    // Values that are not finite lie beyond the limit, but tracing a line needs numbers.
    var ground = grid
    let most = limit + max(limit.magnitude, 1)
    ground.values = grid.values.map { $0.isFinite ? min($0, most) : most }
    return ContourTracing.lines(
      at: limit, of: ground, x: grid.x.map { place.x.position($0) },
      y: grid.y.map { place.y.position($0) }
    ).map { $0.simplified(tolerance: 0.25) }
  }

  /// Writes the limit's name beside the boundary at the first point with room, starting from its
  /// middle.
  private func nameBoundary(
    _ lines: [[PlottedPoint]], _ limit: Double, into svg: inout SVGWriter, at place: MarkPlace,
    _ placement: inout TextPlacement
  ) {
    let line = lines.max { $0.length < $1.length } ?? []
    let points = line.resampled(every: 8)
    for point in points { placement.block(point, radius: 3) }
    let text = limitLabel ?? place.language.number(limit)
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

// The description.
extension HeatMark {
  /// Returns the opening sentence: the map's name, its axes and its number of cells.
  private func title(in chart: Chart, _ language: ChartLanguage) -> String {
    let spans = language.spans(chart, grid)
    if !kinds.isEmpty {
      return language.say("Map of regions over \(spans).", "分区图：\(spans)。")
    }
    let name = name.isEmpty ? "" : language.say(" of \(name)", "（\(name)）")
    let scale = scale == .log ? language.say(", colours on a logarithmic scale", "，颜色为对数刻度") : ""
    return language.say(
      "Heat map\(name) over \(spans)\(scale).",
      "热图\(name)：\(spans)\(scale)。")
  }

  /// Returns sentences with the range of a map's values and the share of cells without a colour.
  private func values(_ language: ChartLanguage) -> [String] {
    var sentences: [String] = []
    let colors = colorNumbers
    let shown = grid.values.indices.filter { colors[$0] > 0 }
    if let lowest = shown.min(by: { grid.values[$0] < grid.values[$1] }),
      let highest = shown.max(by: { grid.values[$0] < grid.values[$1] })
    {
      let (low, high) = (grid.place(ofNode: lowest), grid.place(ofNode: highest))
      let least = language.number(grid.values[lowest])
      let greatest = language.number(grid.values[highest])
      let from = language.place(low.x, low.y, in: grid)
      let to = language.place(high.x, high.y, in: grid)
      sentences.append(
        language.say(
          "Its values run from \(least) at \(from) to \(greatest) at \(to).",
          "值从 \(from) 处的 \(least) 到 \(to) 处的 \(greatest)。"))
    }
    guard shown.count < grid.values.count else { return sentences }
    let lost = grid.values.count - shown.count
    let share = percent(lost, of: grid.values.count, language)
    if let limit {
      let bound = language.number(limit) + (limitLabel.map { " (\($0))" } ?? "")
      sentences.append(
        language.say(
          "\(share) of the cells diverge: they are above \(bound) or not finite.",
          "\(share) 的格子发散：超过 \(bound) 或不是有限值。"))
    } else {
      sentences.append(language.say("\(share) of the cells have no value.", "\(share) 的格子无值。"))
    }
    return sentences
  }

  /// Returns a sentence with the share of each kind.
  private func shares(_ language: ChartLanguage) -> [String] {
    let colors = colorNumbers
    let names = [language.say("of no region", "不属于任何区域")] + kinds
    var parts: [String] = []
    for (index, name) in names.enumerated() {
      let count = colors.count { $0 == index }
      guard count > 0 || index > 0 else { continue }
      parts.append(name + " " + percent(count, of: colors.count, language))
    }
    return [parts.joined(separator: language.say(", ", "，")) + language.say(".", "。")]
  }

  private func percent(_ count: Int, of all: Int, _ language: ChartLanguage) -> String {
    let share = Double(count) / Double(max(all, 1)) * 100
    return NumberFormat.general(digits: share < 99.5 ? 2 : 3).typeset(share)
      + language.say(" %", "%")
  }

  /// Returns the name of cells without a colour.
  func nameOfNothing(_ language: ChartLanguage) -> String {
    limit == nil ? language.say("no value", "无值") : language.say("diverges", "发散")
  }
}

extension Chart {
  /// True when a picture uses the heat colours, which are added only to pages that need them.
  public var showsAmounts: Bool {
    (marks + panels.flatMap { $0.marks }).contains { if case .heat = $0 { true } else { false } }
  }
}
