/// The `d` attribute of an SVG path, as short as tenths of a unit allow.
struct PathData {
  /// The attribute's text.
  private(set) var text = ""
  private var pen: (x: Int, y: Int) = (0, 0)
  /// The command that another pair of numbers would continue.
  private var command = Command.move

  private enum Command: String {
    case move = "M"
    case line = "l"
    case horizontal = "h"
    case vertical = "v"
  }

  /// A path that draws nothing.
  init() {}

  /// Makes a path through points, with their gaps. A single point becomes a dot, as wide as the
  /// line.
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

  /// Moves the pen without drawing.
  mutating func move(toX x: Double, y: Double) {
    pen = (Coordinate.tenths(x), Coordinate.tenths(y))
    text += Command.move.rawValue + Coordinate.pair(pen.x, pen.y)
    command = .move
  }

  /// Draws a straight line.
  mutating func line(toX x: Double, y: Double) {
    let next = (x: Coordinate.tenths(x), y: Coordinate.tenths(y))
    // Rounded coordinates are subtracted, so that errors do not add up along the line.
    let step = (x: next.x - pen.x, y: next.y - pen.y)
    if step.y == 0 {
      draw(.horizontal, Coordinate.text(tenths: step.x))
    } else if step.x == 0 {
      draw(.vertical, Coordinate.text(tenths: step.y))
    } else {
      draw(.line, Coordinate.pair(step.x, step.y))
    }
    pen = next
  }

  private mutating func draw(_ next: Command, _ numbers: String) {
    if next != command {
      text += next.rawValue
    } else if numbers.utf8.first != UInt8(ascii: "-") {
      text += " "
    }
    text += numbers
    command = next
  }

  /// Closes the outline that began with the last `move`; a `move` must follow.
  mutating func close() { text += "z" }

  /// Draws a dot, as wide as the line.
  mutating func dot(atX x: Double, y: Double) {
    move(toX: x, y: y)
    line(toX: x, y: y)
  }

  /// Adds an upright rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
    move(toX: x, y: y)
    line(toX: x + width, y: y)
    line(toX: x + width, y: y + height)
    line(toX: x, y: y + height)
    close()
  }
}
