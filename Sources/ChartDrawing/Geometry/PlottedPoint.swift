/// A point of a line, in the picture's units.
struct PlottedPoint: Equatable {
  /// The distance from the frame's left edge.
  var x: Double
  /// The distance downwards from the frame's top edge.
  var y: Double
  /// True when the line has a gap before this point.
  var startsRun = false
}

extension PlottedPoint {
  /// Returns the distance to another point.
  func distance(to other: PlottedPoint) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Returns the distance to the nearest point of a straight line between two points.
  func distance(toLineFrom a: PlottedPoint, to b: PlottedPoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return distance(to: a) }
    let fraction = Swift.min(Swift.max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1)
    return distance(to: PlottedPoint(x: a.x + dx * fraction, y: a.y + dy * fraction))
  }
}

extension [PlottedPoint] {
  /// The length of the line without its gaps.
  var length: Double {
    indices.dropFirst().reduce(0) {
      self[$1].startsRun ? $0 : $0 + self[$1].distance(to: self[$1 - 1])
    }
  }

  /// Maps the points of a frame of width 1 to one of width `width`.
  func stretched(to width: Double) -> [PlottedPoint] {
    map { PlottedPoint(x: $0.x * width, y: $0.y, startsRun: $0.startsRun) }
  }
}
