import Charts

/// Traces the lines along which the values of a grid have a given level: marching squares.
///
/// A line crosses the edges between neighbouring nodes of which one lies below the level and the
/// other does not. Each edge has a number, and pieces in neighbouring cells are joined by these
/// numbers, never by comparing coordinates. A cell with a value that is not finite has no line.
struct ContourTracing {
  private let grid: Grid
  private let level: Double
  private let x: [Double]
  private let y: [Double]
  /// The two edges to which a line continues from each edge, at `2 * edge`; -1 where there is none.
  private var links: [Int32]

  /// Returns the lines of one level.
  ///
  /// - Parameters:
  ///   - level: the function's value on the lines.
  ///   - grid: the values.
  ///   - x: the positions of the grid's columns in the picture.
  ///   - y: the positions of the grid's rows in the picture.
  /// - Returns: first the lines with two ends, then the closed ones, whose first point is repeated
  ///   at the end; each in the order of its first edge.
  static func lines(
    at level: Double, of grid: Grid, x: [Double], y: [Double]
  ) -> [[PlottedPoint]] {
    guard grid.x.count > 1, grid.y.count > 1 else { return [] }
    var tracing = ContourTracing(grid: grid, level: level, x: x, y: y)
    for row in 0..<(grid.y.count - 1) {
      for column in 0..<(grid.x.count - 1) { tracing.connect(column, row) }
    }
    return tracing.follow()
  }

  private init(grid: Grid, level: Double, x: [Double], y: [Double]) {
    (self.grid, self.level, self.x, self.y) = (grid, level, x, y)
    links = [Int32](repeating: -1, count: 4 * grid.values.count)
  }

  /// Returns the number of an edge: even for the one to the right of a node, odd for the one above.
  private func edge(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
    2 * (row * grid.x.count + column) + (isUpright ? 1 : 0)
  }

  /// Joins the edges that lines cross in one cell.
  private mutating func connect(_ column: Int, _ row: Int) {
    let corners = [
      grid[column, row], grid[column + 1, row], grid[column + 1, row + 1], grid[column, row + 1],
    ]
    var shape = 0
    for (number, value) in corners.enumerated() {
      guard value.isFinite else { return }
      if value >= level { shape |= 1 << number }
    }
    if shape == 0 || shape == 15 { return }
    let bottom = edge(column, row, isUpright: false)
    let top = edge(column, row + 1, isUpright: false)
    let left = edge(column, row, isUpright: true)
    let right = edge(column + 1, row, isUpright: true)
    // At a saddle the mean of the cell decides which corners belong together.
    let mean = corners[0] / 4 + corners[1] / 4 + corners[2] / 4 + corners[3] / 4
    switch shape {
    case 1, 14: join(left, bottom)
    case 2, 13: join(bottom, right)
    case 3, 12: join(left, right)
    case 4, 11: join(right, top)
    case 6, 9: join(bottom, top)
    case 7, 8: join(left, top)
    default:
      if (shape == 5) == (mean >= level) {
        join(left, top)
        join(bottom, right)
      } else {
        join(left, bottom)
        join(right, top)
      }
    }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    links[links[2 * a] < 0 ? 2 * a : 2 * a + 1] = Int32(b)
    links[links[2 * b] < 0 ? 2 * b : 2 * b + 1] = Int32(a)
  }

  private mutating func follow() -> [[PlottedPoint]] {
    var lines: [[PlottedPoint]] = []
    for edge in 0..<(links.count / 2) where links[2 * edge] >= 0 && links[2 * edge + 1] < 0 {
      lines.append(line(from: edge))
    }
    for edge in 0..<(links.count / 2) where links[2 * edge] >= 0 {
      lines.append(line(from: edge))
    }
    return lines
  }

  /// Follows a line from an edge to its end, and removes it from the links.
  private mutating func line(from start: Int) -> [PlottedPoint] {
    var points = [crossing(of: start)]
    var edge = start
    while true {
      let slot = links[2 * edge] >= 0 ? 2 * edge : 2 * edge + 1
      guard links[slot] >= 0 else { break }
      let next = Int(links[slot])
      links[slot] = -1
      let back = Int(links[2 * next]) == edge ? 2 * next : 2 * next + 1
      links[back] = -1
      let point = crossing(of: next)
      if point != points[points.count - 1] { points.append(point) }
      edge = next
    }
    points[0].startsRun = true
    return points
  }

  /// Returns the point at which the line crosses an edge.
  private func crossing(of edge: Int) -> PlottedPoint {
    let (row, column) = (edge / 2).quotientAndRemainder(dividingBy: grid.x.count)
    let isUpright = edge % 2 == 1
    let a = grid[column, row]
    let b = isUpright ? grid[column, row + 1] : grid[column + 1, row]
    // Halves, since the difference of two finite numbers may be infinite.
    let fraction = min(max((level / 2 - a / 2) / (b / 2 - a / 2), 0), 1)
    if isUpright {
      return PlottedPoint(x: x[column], y: y[row] + (y[row + 1] - y[row]) * fraction)
    }
    return PlottedPoint(x: x[column] + (x[column + 1] - x[column]) * fraction, y: y[row])
  }
}
