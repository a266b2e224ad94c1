extension [PlottedPoint] {
  /// The largest number of points of a drawn line.
  static var mostPoints: Int { 1500 }

  /// Returns at most `mostPoints` of the points, in their order: of every narrow column of the
  /// picture the first, the lowest, the highest and the last one, so that no spike is lost. A line
  /// that runs back and forth is divided along its course instead of into columns.
  func thinned() -> [PlottedPoint] {
    guard count > Self.mostPoints, let first, let last else { return self }
    let columns = Self.mostPoints / 4
    let width = (last.x - first.x) / Double(columns)
    let runsForward = width > 0 && indices.dropFirst().allSatisfy { self[$0].x >= self[$0 - 1].x }
    var result: [PlottedPoint] = []
    result.reserveCapacity(Self.mostPoints)
    var start = 0
    for column in 0..<columns {
      var end = start
      if column == columns - 1 {
        end = count
      } else if runsForward {
        let edge = first.x + width * Double(column + 1)
        while end < count, self[end].x < edge { end += 1 }
      } else {
        // In floating point, since the product may not fit into 32 bits.
        end = Int(Double(count) * Double(column + 1) / Double(columns))
      }
      if start < end { appendOutline(of: start..<end, to: &result) }
      start = end
    }
    return result
  }

  /// Appends the first, the lowest, the highest and the last point of a range. A gap inside the
  /// range is too narrow to be seen; one before it is kept.
  private func appendOutline(of stretch: Range<Int>, to result: inout [PlottedPoint]) {
    var (lowest, highest) = (stretch.lowerBound, stretch.lowerBound)
    for index in stretch {
      if self[index].y < self[lowest].y { lowest = index }
      if self[index].y > self[highest].y { highest = index }
    }
    var previous = -1
    let chosen = [
      stretch.lowerBound, Swift.min(lowest, highest), Swift.max(lowest, highest),
      stretch.upperBound - 1,
    ]
    for index in chosen where index != previous {
      var point = self[index]
      point.startsRun = previous < 0 && point.startsRun
      result.append(point)
      previous = index
    }
  }
}
