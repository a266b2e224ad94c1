/// The `d` attribute of an SVG path, as short as tenths of a unit allow.
struct PathData {
  /// The attribute's text.
  private(set) var text = ""
  private var pen: (x: Int, y: Int) = (0, 0)
  private var isAtRunStart = false

  /// A path that draws nothing.
  init() {}

  /// The path through points, with their gaps. A point alone becomes a dot, as wide as the line.
  init(_ points: [PlottedPoint]) {
    for (index, point) in points.enumerated() {
      if index == 0 || point.startsRun {
        move(toX: point.x, y: point.y)
        let isLast = index + 1 == points.count
        if isLast || points[index + 1].startsRun { text += "h0" }
      } else {
        line(toX: point.x, y: point.y)
      }
    }
  }

  /// Lifts the pen and sets it down elsewhere.
  mutating func move(toX x: Double, y: Double) {
    pen = (Coordinate.tenths(x), Coordinate.tenths(y))
    text += "M" + Coordinate.pair(pen.x, pen.y)
    isAtRunStart = true
  }

  /// Draws a straight line.
  mutating func line(toX x: Double, y: Double) {
    let next = (x: Coordinate.tenths(x), y: Coordinate.tenths(y))
    // Rounded places are subtracted, so that errors do not add up along the line.
    let pair = Coordinate.pair(next.x - pen.x, next.y - pen.y)
    if isAtRunStart {
      text += "l"
    } else if pair.utf8.first != UInt8(ascii: "-") {
      text += " "
    }
    text += pair
    pen = next
    isAtRunStart = false
  }

  /// Closes the outline that began with the last `move`; a `move` must follow.
  mutating func close() { text += "z" }

  /// Adds an upright rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
    move(toX: x, y: y)
    line(toX: x + width, y: y)
    line(toX: x + width, y: y + height)
    line(toX: x, y: y + height)
    close()
  }
}
