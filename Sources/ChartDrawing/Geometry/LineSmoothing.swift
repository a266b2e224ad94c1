extension [PlottedPoint] {
  /// True when the line is hard to follow: it has at least 60 points, and its ups and downs add up
  /// to more than six times its height.
  var isNoisy: Bool {
    guard count >= 60 else { return false }
    var heights = Extent()
    var travelled = 0.0
    for (index, point) in enumerated() {
      heights.include(point.y)
      if index > 0 && !point.startsRun { travelled += (point.y - self[index - 1].y).magnitude }
    }
    return travelled > 6 * (heights.greatest - heights.least)
  }

  /// The number of points in the moving mean of a noisy line; odd.
  var smoothingWindow: Int { Swift.max(2, count / 50) * 2 + 1 }

  /// Returns the moving mean of the heights over `window` points. Near a gap or an end the window
  /// shrinks symmetrically, and where it would be shorter than an eighth of `window` there is no
  /// mean.
  func smoothed(window: Int) -> [PlottedPoint] {
    var result: [PlottedPoint] = []
    result.reserveCapacity(count)
    var sums = [0.0]
    sums.reserveCapacity(count + 1)
    for point in self { sums.append((sums.last ?? 0) + point.y) }
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, !self[end].startsRun { end += 1 }
      var isFirst = true
      for index in start..<end {
        let reach = Swift.min(window / 2, index - start, end - 1 - index)
        guard reach >= window / 16 else { continue }
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
