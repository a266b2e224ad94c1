extension [PlottedPoint] {
  /// Returns one run of points without those whose removal moves the line by at most `tolerance`;
  /// the ends are kept. This is the Ramer–Douglas–Peucker algorithm.
  func simplified(tolerance: Double) -> [PlottedPoint] {
    guard count > 2 else { return self }
    var isKept = [Bool](repeating: false, count: count)
    (isKept[0], isKept[count - 1]) = (true, true)
    var stretches = [(0, count - 1)]
    while let (first, last) = stretches.popLast() {
      var farthest = first
      var greatest = tolerance
      for index in first..<last where index > first {
        let distance = self[index].distance(toLineFrom: self[first], to: self[last])
        if distance > greatest { (farthest, greatest) = (index, distance) }
      }
      if farthest > first {
        isKept[farthest] = true
        stretches.append((first, farthest))
        stretches.append((farthest, last))
      }
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }

  /// Simplifies each run of a line with gaps.
  func simplifiedRuns(tolerance: Double) -> [PlottedPoint] {
    var result: [PlottedPoint] = []
    var start = 0
    for index in indices where index + 1 == count || self[index + 1].startsRun {
      result += [PlottedPoint](self[start...index]).simplified(tolerance: tolerance)
      start = index + 1
    }
    return result
  }
}

extension [PlottedPoint] {
  /// Returns the points of the line and interpolated ones, so that neighbours are at most
  /// `distance` apart unless that would take more than 200 pieces.
  func resampled(every distance: Double) -> [PlottedPoint] {
    var result: [PlottedPoint] = []
    for (index, b) in enumerated() {
      if index > 0, !b.startsRun {
        let a = self[index - 1]
        let pieces = Int(Swift.min(a.distance(to: b) / distance, 200).rounded(.up))
        for piece in 0..<Swift.max(pieces, 1) where piece > 0 {
          let fraction = Double(piece) / Double(pieces)
          result.append(
            PlottedPoint(x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction))
        }
      }
      result.append(b)
    }
    return result
  }
}
