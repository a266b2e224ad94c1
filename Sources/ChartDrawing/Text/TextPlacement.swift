/// Finds room for short texts beside the points that they label.
struct TextPlacement {
  /// An occupied rectangle.
  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Returns true when two rectangles share more than an edge.
    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private let frame: Frame
  private var boxes: [Box] = []

  /// Starts with an empty frame.
  init(frame: Frame) { self.frame = frame }

  /// Keeps texts away from a point.
  mutating func block(_ point: PlottedPoint, radius: Double) {
    boxes.append(
      Box(
        left: point.x - radius, top: point.y - radius, right: point.x + radius,
        bottom: point.y + radius))
  }

  /// Returns the number of rectangles that a box would overlap, or nil when it leaves the frame.
  private func cost(_ box: Box) -> Int? {
    guard box.left >= 2, box.top >= 1, box.right <= frame.width - 2,
      box.bottom <= frame.height - 2
    else { return nil }
    return boxes.reduce(0) { $0 + ($1.meets(box) ? 1 : 0) }
  }

  /// Occupies a rectangle of the given size around a centre, if it is free; returns true on
  /// success.
  mutating func take(middle: PlottedPoint, width: Double, height: Double) -> Bool {
    let box = Box(
      left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
      bottom: middle.y + height / 2)
    guard cost(box) == 0 else { return false }
    boxes.append(box)
    return true
  }

  /// Occupies the emptiest of ten positions beside a point.
  ///
  /// - Parameters:
  ///   - point: the point to label.
  ///   - width: the text's width.
  ///   - height: the text's height.
  ///   - gap: the distance from the point.
  ///   - most: the largest number of occupied rectangles that the text may overlap.
  /// - Returns: the left end of the text on its baseline; nil when no position is suitable.
  mutating func place(
    beside point: PlottedPoint, width: Double, height: Double, gap: Double, covering most: Int
  ) -> PlottedPoint? {
    let (wide, high) = (width / 2 + gap, height / 2 + gap)
    let middles = [
      (wide, -high / 2), (-wide, -high / 2), (0, -high), (0, high), (wide, high / 2),
      (-wide, high / 2), (wide, -high), (-wide, -high), (wide, high), (-wide, high),
    ]
    var best: (box: Box, cost: Int)?
    for (dx, dy) in middles {
      let (x, y) = (point.x + dx, point.y + dy)
      let box = Box(
        left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2)
      guard let cost = cost(box), cost <= most, cost < best?.cost ?? .max else { continue }
      best = (box, cost)
    }
    guard let box = best?.box else { return nil }
    boxes.append(box)
    return PlottedPoint(x: box.left, y: box.bottom - height * 0.22)
  }
}
