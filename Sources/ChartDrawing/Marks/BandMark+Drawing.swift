import Charts
import Numerals

extension BandMark: DrawnMark {
  var symbol: LegendSymbol { middle.isEmpty ? .field("chart-band") : .line("chart-line") }

  /// The line in the middle of the band.
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

  var kind: Mark.Kind { .band }
  func noun(_ language: ChartLanguage) -> MarkNoun {
    MarkNoun(chart: language.say("Chart of bands", "带状图"), many: language.say("bands", "条带"))
  }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    let text = NumberFormat.concise.typeset
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

extension BandMark {
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    var data = PathData()
    for stretch in stretches(at: place) { outline(stretch, at: place, &data) }
    if !data.text.isEmpty {
      svg.open("g", [("class", SeriesStyle.className(series: place.series))])
      svg.element("path", [("class", "chart-band"), ("d", data.text)])
      svg.close("g")
    }
    place.course?.draw(into: &svg, frame: place.frame)
  }

  /// The two edges of the band at one x coordinate, in the picture's units.
  private struct Rung {
    var x: Double
    var top: Double
    var bottom: Double
  }

  /// Returns the parts of the band between gaps, inside the frame.
  private func stretches(at place: MarkPlace) -> [[Rung]] {
    var stretches: [[Rung]] = [[]]
    for index in 0..<count {
      guard let rung = rung(index, at: place), rung.x >= 0, rung.x <= place.frame.width else {
        if !stretches[stretches.count - 1].isEmpty { stretches.append([]) }
        continue
      }
      stretches[stretches.count - 1].append(rung)
    }
    return stretches.filter { !$0.isEmpty }
  }

  private func rung(_ index: Int, at place: MarkPlace) -> Rung? {
    guard PositionScale.places(x[index], on: place.x.kind),
      PositionScale.places(upper[index], on: place.y.kind), lower[index].isFinite
    else { return nil }
    let hasPlace = PositionScale.places(lower[index], on: place.y.kind)
    return Rung(
      x: place.x.position(x[index]), top: place.inside(place.y.position(upper[index])),
      // A value that a logarithmic axis cannot show lies below the frame.
      bottom: hasPlace ? place.inside(place.y.position(lower[index])) : place.frame.height)
  }

  /// Appends the outline of a part: along the top, and back along the bottom.
  private func outline(_ stretch: [Rung], at place: MarkPlace, _ data: inout PathData) {
    let rungs = thinned(stretch)
    data.move(toX: rungs[0].x, y: rungs[0].top)
    for rung in rungs.dropFirst() { data.line(toX: rung.x, y: rung.top) }
    for rung in rungs.reversed() { data.line(toX: rung.x, y: rung.bottom) }
    data.close()
  }

  /// Returns at most 300 rungs; each spans the extent of those that it replaces.
  private func thinned(_ rungs: [Rung]) -> [Rung] {
    guard rungs.count > 300 else { return rungs }
    var result: [Rung] = []
    for column in 0..<300 {
      let start = Int(Double(rungs.count) * Double(column) / 300)
      let end = Int(Double(rungs.count) * Double(column + 1) / 300)
      var rung = column == 299 ? rungs[end - 1] : rungs[start]
      for other in rungs[start..<end] {
        rung.top = min(rung.top, other.top)
        rung.bottom = max(rung.bottom, other.bottom)
      }
      result.append(rung)
    }
    return result
  }
}
