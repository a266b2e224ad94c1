import Numerals

/// A line with everything decided but the frame's width: the points' `x` run from 0 to 1.
struct LineCourse {
  /// The place among the chart's series, from 1; colours and dashes repeat after eight.
  let series: Int
  /// The series' name.
  let label: String?
  /// The line as it is, thinned and clipped.
  let points: [PlottedPoint]
  /// The calm line to draw over a noisy one.
  let calm: [PlottedPoint]?
  /// How many points the calm line takes together.
  let window: Int
  /// The points to mark, when there are few.
  var dots: [PlottedPoint]
  /// What each of them says at the pointer; empty for nothing.
  var dotTitles: [String] = []
  /// The note at the end of a line that leaves the finite numbers.
  let note: String?

  /// Finds the course of a line in a frame of width 1.
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
      let text = language.note(NumberFormat.shortest.text($0.value), at: place, on: chart.x.label)
      return line.label.map { language.note(text, of: $0) } ?? text
    }
  }

  /// The line that a reader follows.
  var shown: [PlottedPoint] { calm ?? points }

  /// The classes that give a series its colour and its dash.
  /// Both repeat after eight series; the lines are thicker then.
  static func className(series: Int) -> String {
    "series-\((max(series, 1) - 1) % 8 + 1)" + (series > 8 ? " series-again" : "")
  }
}

extension [PlottedPoint] {
  /// Drops what comes after the line has left a frame for good.
  fileprivate mutating func dropAfterLeaving(_ frame: Frame) {
    guard let last = lastIndex(where: { frame.contains($0) }) else { return }
    removeLast(Swift.max(0, count - last - 2))
  }

  /// The points of a frame of width 1 in one of width `width`.
  func stretched(to width: Double) -> [PlottedPoint] {
    map { PlottedPoint(x: $0.x * width, y: $0.y, startsRun: $0.startsRun) }
  }
}
