import Charts
import Numerals

/// The contour lines and their labels, laid out for one frame.
struct ContourCourse {
  /// The lines of one level.
  struct Level {
    /// The function's value on the lines.
    var value: Double
    /// The lines, simplified to a tolerance of 0.25 units.
    var lines: [[PlottedPoint]]
  }

  /// The levels that have lines, in increasing order.
  private(set) var levels: [Level] = []
  /// The labels along the lines.
  private(set) var labels: [ContourLabel] = []

  /// Traces the lines, and labels them where `placement` has room.
  init(_ mark: ContourMark, at place: MarkPlace, placement: inout TextPlacement) {
    let grid = mark.grid
    let x = grid.x.map { place.x.position($0) }
    let y = grid.y.map { place.y.position($0) }
    for value in mark.shownLevels {
      let lines = ContourTracing.lines(at: value, of: grid, x: x, y: y)
        .map { $0.simplified(tolerance: 0.25).clipped(to: place.frame) }
        .filter { $0.length > 4 }
      if !lines.isEmpty { levels.append(Level(value: value, lines: lines)) }
    }
    label(in: place, &placement)
  }

  /// Labels some of the lines: the longest line of every second level first.
  private mutating func label(in place: MarkPlace, _ placement: inout TextPlacement) {
    let most = place.layout == .wide ? 7 : 5
    for parity in [0, 1] {
      for (number, level) in levels.enumerated() where number % 2 == parity {
        guard labels.count < most else { return }
        let text = Self.text(level.value)
        let longest = level.lines.max { $0.length < $1.length } ?? []
        if let label = ContourLabel(
          text, along: longest, layout: place.layout, placement: &placement)
        {
          labels.append(label)
        }
      }
      if labels.count >= 4 { return }
    }
  }

  private static func text(_ value: Double) -> String {
    let magnitude = value.magnitude
    if value == 0 || (1e-3..<1e5).contains(magnitude) {
      return NumberFormat.concise.typeset(value)
    }
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: 2)
    digits.dropTrailingZeros()
    return powerText(digits, isNegative: value < 0)
  }

  /// Draws the lines, then the labels.
  func draw(into svg: inout SVGWriter, at place: MarkPlace) {
    let lines = levels.map { level in (level.value, level.lines.flatMap { $0 }) }
    // With titles each level is a path of its own.
    let paths: [(title: String?, points: [PlottedPoint])] =
      place.hasTitles
      ? lines.map { (Self.text($0), $1) } : [(nil, lines.flatMap { $1 })]
    for path in paths where !path.points.isEmpty {
      svg.element(
        "path", [("class", "chart-contour"), ("d", PathData(path.points).text)], title: path.title)
    }
    for label in labels { label.draw(into: &svg) }
  }
}
