import Charts
import Numerals

extension LineMark: DrawnMark {
  var symbol: LegendSymbol { .line("chart-line") }

  /// Returns true when a point has a position on the chart's axes.
  func hasPlace(_ index: Int, in chart: Chart) -> Bool {
    PositionScale.places(x[index], on: chart.x.scale)
      && PositionScale.places(y[index], on: chart.y.scale)
  }

  /// Widens the extents of both axes to the points.
  func extend(_ x: inout Extent, _ y: inout Extent, in chart: Chart) {
    let reach = chart.y.scale == .linear && divergence != nil ? chart.reachOfDivergence : .infinity
    let shown = chart.x.usableDomain
    for index in 0..<count where PositionScale.places(self.x[index], on: chart.x.scale) {
      // Coordinates without a value count, so that a run that diverges keeps its length.
      x.include(self.x[index])
      guard shown?.contains(self.x[index]) ?? true, hasPlace(index, in: chart) else { continue }
      y.include(min(max(self.y[index], -reach), reach))
    }
  }

  func columns(in chart: Chart) -> [DataColumn] {
    [
      .places(chart.x, .numbers([Double](x.prefix(count)))),
      .values(label ?? chart.y.name, .numbers([Double](y.prefix(count)))),
    ]
  }

  var kind: Mark.Kind { .line }
  func noun(_ language: ChartLanguage) -> MarkNoun { .line(language) }

  func sentences(in chart: Chart, _ language: ChartLanguage) -> [String] {
    LineDescription(self, in: chart, language).sentences
  }

  func course(at place: MarkPlace) -> LineCourse? { LineCourse(self, at: place) }

  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    place.course?.draw(into: &svg, frame: place.frame)
  }
}

extension Chart {
  /// The largest magnitude that a linear axis shows of a divergent line: four times the largest
  /// value among the starts of divergent lines and all values of the others. More would flatten the
  /// other lines.
  fileprivate var reachOfDivergence: Double {
    var largest = 0.0
    for case .line(let line) in marks {
      let values = line.divergence == nil ? line.y[...] : line.y.prefix(1)
      for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    }
    return largest > 0 && largest < 1e307 ? 4 * largest : .infinity
  }
}

extension LineCourse {
  /// Computes the course of a line in a frame of width 1.
  init(_ line: LineMark, at place: MarkPlace) {
    let (chart, x, y, frame) = (place.chart, place.x, place.y, place.frame)
    let language = place.language
    series = place.series
    label = line.label
    var all: [PlottedPoint] = []
    all.reserveCapacity(line.count)
    var isGap = true
    for index in 0..<line.count {
      guard line.hasPlace(index, in: chart) else {
        isGap = true
        continue
      }
      all.append(
        PlottedPoint(
          x: x.position(line.x[index]), y: y.position(line.y[index]), startsRun: isGap))
      isGap = false
    }
    window = all.smoothingWindow
    if line.divergence != nil { all.dropAfterLeaving(frame) }
    points = all.thinned().clipped(to: frame)
    let isCalmed = line.smoothing == .automatic && all.isNoisy
    calm = isCalmed ? all.smoothed(window: window).thinned().clipped(to: frame) : nil
    dots = all.count <= 16 ? all.filter { frame.contains($0) } : []
    if place.hasTitles, !dots.isEmpty {
      let name = line.label.map { $0 + ": " } ?? ""
      for index in 0..<line.count where line.hasPlace(index, in: chart) {
        let point = PlottedPoint(
          x: x.position(line.x[index]), y: y.position(line.y[index]))
        if frame.contains(point) {
          dotTitles.append(name + place.pairText(line.x[index], line.y[index]))
        }
      }
    }
    note = line.divergence.map {
      let place = line.placeText($0.x)
      let text = language.note(
        NumberFormat.shortest.typeset($0.value), at: place, on: chart.x.label)
      return line.label.map { language.note(text, of: $0) } ?? text
    }
  }
}

extension [PlottedPoint] {
  /// Removes the points after the line has left a frame for good.
  fileprivate mutating func dropAfterLeaving(_ frame: Frame) {
    guard let last = lastIndex(where: { frame.contains($0) }) else { return }
    removeLast(Swift.max(0, count - last - 2))
  }
}
