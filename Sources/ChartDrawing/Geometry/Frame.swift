/// The part of the picture in which the data are drawn; its top left corner is (0, 0).
struct Frame: Equatable {
  /// The extent to the right, in the picture's units.
  var width: Double
  /// The extent downwards, in the picture's units.
  var height: Double

  /// Returns true when a point lies inside or on the edge.
  func contains(_ point: PlottedPoint) -> Bool {
    point.x >= 0 && point.x <= width && point.y >= 0 && point.y <= height
  }

  /// Returns the part of a straight line that lies inside, as two fractions of its length.
  func inside(from a: PlottedPoint, to b: PlottedPoint) -> (Double, Double)? {
    var (enter, leave) = (0.0, 1.0)
    let sides = [
      (a.x - b.x, a.x), (b.x - a.x, width - a.x), (a.y - b.y, a.y), (b.y - a.y, height - a.y),
    ]
    for (step, distance) in sides {
      if step == 0 {
        if distance < 0 { return nil }
      } else if step < 0 {
        enter = max(enter, distance / step)
      } else {
        leave = min(leave, distance / step)
      }
    }
    return enter <= leave ? (enter, leave) : nil
  }
}

extension [PlottedPoint] {
  /// Returns the part of the line inside a frame: cut at the edges, with a gap where it is outside.
  func clipped(to frame: Frame) -> [PlottedPoint] {
    if allSatisfy({ frame.contains($0) }) { return self }
    var result: [PlottedPoint] = []
    var isDrawing = false
    for (index, b) in enumerated() {
      let isAlone = b.startsRun || index == 0
      let a = isAlone ? b : self[index - 1]
      guard let (enter, leave) = frame.inside(from: a, to: b) else {
        isDrawing = false
        continue
      }
      if isAlone || !isDrawing || enter > 0 {
        result.append(Self.between(a, b, at: isAlone ? 1 : enter, startsRun: true))
      }
      if !isAlone { result.append(Self.between(a, b, at: leave, startsRun: false)) }
      isDrawing = leave == 1
    }
    return result
  }

  private static func between(
    _ a: PlottedPoint, _ b: PlottedPoint, at fraction: Double, startsRun: Bool
  ) -> PlottedPoint {
    if fraction == 1 { return PlottedPoint(x: b.x, y: b.y, startsRun: startsRun) }
    return PlottedPoint(
      x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction, startsRun: startsRun)
  }
}
