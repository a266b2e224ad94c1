/// Finds room for short texts beside the points that they label.
struct TextPlacement {
  /// An occupied rectangle.
  struct Box: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// True for a text, which no other text may cover.
    var isText = false

    init(left: Double, top: Double, right: Double, bottom: Double) {
      (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The area of a line of text.
    init(baseline: Double, left: Double, width: Double, height: Double) {
      self.init(
        left: left, top: baseline - height * 0.78, right: left + width,
        bottom: baseline + height * 0.22)
    }

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

  /// Keeps texts off another text.
  mutating func occupy(_ box: Box) {
    var box = box
    box.isText = true
    boxes.append(box)
  }

  /// Returns the number of points that a box would cover, or nil when it covers a text or leaves the
  /// frame.
  private func cost(_ box: Box) -> Int? {
    guard box.left >= 2, box.top >= 1, box.right <= frame.width - 2,
      box.bottom <= frame.height - 2
    else { return nil }
    var cost = 0
    for other in boxes where other.meets(box) {
      if other.isText { return nil }
      cost += 1
    }
    return cost
  }

  /// Occupies the first of the given boxes that covers fewest points; nil when each covers a text or
  /// leaves the frame.
  mutating func takeEmptiest(of candidates: [Box]) -> Box? {
    var best: (box: Box, cost: Int)?
    for box in candidates {
      guard let cost = cost(box), cost < best?.cost ?? .max else { continue }
      best = (box, cost)
      if cost == 0 { break }
    }
    if let best { occupy(best.box) }
    return best?.box
  }

  /// Occupies a rectangle of the given size around a centre, if it is free; returns true on
  /// success.
  mutating func take(middle: PlottedPoint, width: Double, height: Double) -> Bool {
    let box = Box(
      left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
      bottom: middle.y + height / 2)
    guard cost(box) == 0 else { return false }
    occupy(box)
    return true
  }

  /// Occupies the emptiest of ten positions beside a point, or of ten farther ones when none of those
  /// is suitable.
  ///
  /// - Parameters:
  ///   - point: the point to label.
  ///   - width: the text's width.
  ///   - height: the text's height.
  ///   - gap: the distance from the point.
  ///   - most: the largest number of points that the text may cover.
  /// - Returns: the left end of the text on its baseline; nil when no position is suitable.
  mutating func place(
    beside point: PlottedPoint, width: Double, height: Double, gap: Double, covering most: Int
  ) -> PlottedPoint? {
    let near = Self.boxes(around: point, width: width, height: height, gap: gap)
    let far =
      most > 0 ? Self.boxes(around: point, width: width, height: height, gap: gap + height) : []
    for boxes in [near, far] {
      guard let box = takeEmptiest(of: boxes.filter { cost($0).map { $0 <= most } ?? false })
      else { continue }
      return PlottedPoint(x: box.left, y: box.bottom - height * 0.22)
    }
    return nil
  }

  private static func boxes(
    around point: PlottedPoint, width: Double, height: Double, gap: Double
  ) -> [Box] {
    let (wide, high) = (width / 2 + gap, height / 2 + gap)
    let middles = [
      (wide, -high / 2), (-wide, -high / 2), (0, -high), (0, high), (wide, high / 2),
      (-wide, high / 2), (wide, -high), (-wide, -high), (wide, high), (-wide, high),
    ]
    return middles.map { dx, dy in
      let (x, y) = (point.x + dx, point.y + dy)
      return Box(
        left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2)
    }
  }
}
