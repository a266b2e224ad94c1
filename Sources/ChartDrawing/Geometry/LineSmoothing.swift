extension [PlottedPoint] {
  /// True when the line is hard to follow: it has at least 60 points, and in at least three of its
  /// eight parts its visible ups and downs add up to several times their height. A steep fall before
  /// or after the noise does not matter.
  var isNoisy: Bool {
    guard count >= 60 else { return false }
    let parts = (0..<8).map { self[(count * $0 / 8)..<(count * ($0 + 1) / 8)] }
    return parts.count { $0.goesUpAndDown } >= 3
  }

  /// The number of points in the moving mean of a noisy line; odd.
  var smoothingWindow: Int { Swift.max(2, count / 50) * 2 + 1 }

  /// Returns the moving mean of the heights over `window` points. Near a gap or an end the window
  /// shrinks symmetrically, and where it would be shorter than an eighth of `window` there is no
  /// mean. Where the line rises or falls steeply it shrinks as well, so that the mean follows.
  func smoothed(window: Int) -> [PlottedPoint] {
    var result: [PlottedPoint] = []
    result.reserveCapacity(count)
    var (sums, travels) = ([0.0], [0.0])
    sums.reserveCapacity(count + 1)
    travels.reserveCapacity(count + 1)
    for (index, point) in enumerated() {
      sums.append((sums.last ?? 0) + point.y)
      let step = index == 0 ? 0 : (point.y - self[index - 1].y).magnitude
      travels.append((travels.last ?? 0) + step)
    }
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, !self[end].startsRun { end += 1 }
      var isFirst = true
      for index in start..<end {
        var reach = Swift.min(window / 2, index - start, end - 1 - index)
        guard reach >= window / 16 else { continue }
        while reach > 1 {
          // A trend stands out when it is greater than the usual step between neighbours.
          let before = (sums[index] - sums[index - reach]) / Double(reach)
          let after = (sums[index + reach + 1] - sums[index + 1]) / Double(reach)
          let step = (travels[index + reach + 1] - travels[index - reach + 1]) / Double(2 * reach)
          if (after - before).magnitude <= 1.5 * step { break }
          reach /= 2
        }
        let sum = sums[index + reach + 1] - sums[index - reach]
        result.append(
          PlottedPoint(
            x: self[index].x, y: sum / Double(2 * reach + 1), startsRun: isFirst))
        isFirst = false
      }
      start = end
    }
    return result
  }
}

extension ArraySlice<PlottedPoint> {
  /// True when the ups and downs add up to more than twice the height, which is at least four units,
  /// and the direction changes at every fourth point or more often.
  fileprivate var goesUpAndDown: Bool {
    let turns = LineTurns(map { $0.y })
    var travelled = 0.0
    for index in indices.dropFirst() where !self[index].startsRun {
      travelled += (self[index].y - self[index - 1].y).magnitude
    }
    return turns.swing >= 4 && travelled > 2 * turns.swing && turns.count * 4 >= count
  }
}
