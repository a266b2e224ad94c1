/// What a text has to say about a line: its ends, its extremes, and what is left out of it.
struct LineCensus {
  /// A point of the line.
  struct Point: Equatable {
    /// The place.
    var x: Double
    /// The value.
    var y: Double
  }

  /// The first point that is drawn.
  private(set) var first: Point?
  /// The last point that is drawn.
  private(set) var last: Point?
  /// The lowest point, the first of equals.
  private(set) var least: Point?
  /// The highest point, the first of equals.
  private(set) var greatest: Point?
  /// How many points are left out since they are not finite, those at the end excepted.
  private(set) var unfinite = 0
  /// How many are left out since a logarithmic axis has no place for them.
  private(set) var unpositive = 0

  /// Counts a line of a chart.
  init(_ line: LineMark, in chart: Chart) {
    let end = line.divergence?.index ?? line.count
    for index in 0..<end {
      let point = Point(x: line.x[index], y: line.y[index])
      guard point.x.isFinite, point.y.isFinite else {
        unfinite += 1
        continue
      }
      guard line.hasPlace(index, in: chart) else {
        unpositive += 1
        continue
      }
      if first == nil { (first, least, greatest) = (point, point, point) }
      last = point
      if let lowest = least, point.y < lowest.y { least = point }
      if let highest = greatest, point.y > highest.y { greatest = point }
    }
  }

  /// The lowest point where it is neither end.
  var innerLeast: Point? { inner(least) }

  /// The highest point where it is neither end.
  var innerGreatest: Point? { inner(greatest) }

  private func inner(_ point: Point?) -> Point? {
    point?.y == first?.y || point?.y == last?.y ? nil : point
  }
}
