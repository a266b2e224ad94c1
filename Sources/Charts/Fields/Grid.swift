import Transcript

/// The values of a function of two variables at the nodes of a grid.
public struct Grid: Hashable, Sendable {
  /// The columns' coordinates, in increasing order.
  public var x: [Double]
  /// The rows' coordinates, in increasing order: from the bottom of the picture to its top.
  public var y: [Double]
  /// The values, row by row: column i of row j has index `j * x.count + i`.
  public var values: [Double]

  /// Makes a grid.
  ///
  /// - Parameters:
  ///   - x: the columns' coordinates; they are sorted, and those that are not finite are left out.
  ///   - y: the rows' coordinates, likewise.
  ///   - function: called once for each node, row by row; nan and infinite values are allowed.
  public init(x: [Double], y: [Double], of function: (Double, Double) -> Double) {
    self.x = Self.ordered(x)
    self.y = Self.ordered(y)
    values = []
    values.reserveCapacity(self.x.count * self.y.count)
    for y in self.y {
      for x in self.x { values.append(function(x, y)) }
    }
  }

  /// Makes a grid with known values; nil when their number is not that of the nodes, or when the
  /// coordinates are not in increasing order.
  init?(x: [Double], y: [Double], values: [Double]) {
    guard Self.ordered(x) == x, Self.ordered(y) == y else { return nil }
    guard x.isEmpty || y.count <= values.count / x.count, x.count * y.count == values.count
    else { return nil }
    (self.x, self.y, self.values) = (x, y, values)
  }

  /// The finite values, in increasing order.
  package var sortedValues: [Double] { values.filter { $0.isFinite }.sorted() }

  /// Returns coordinates at equal distances, both ends included.
  ///
  /// - Parameters:
  ///   - range: the first and the last coordinate; an empty range is widened, an infinite one has
  ///     no coordinates.
  ///   - count: the number of coordinates, at least 2.
  static func places(in range: ClosedRange<Double>, count: Int) -> [Double] {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    guard lower.isFinite, upper.isFinite else { return [] }
    let largest = max(lower.magnitude, upper.magnitude)
    if upper / 2 - lower / 2 <= largest * 1e-12 {
      let margin = largest > 1e-300 ? largest / 4 : 1
      (lower, upper) = (max(lower - margin, -1e308), min(upper + margin, 1e308))
    }
    let last = Double(max(count, 2) - 1)
    return (0..<max(count, 2)).map { index in
      let fraction = Double(index) / last
      // The ends are exact.
      return index == 0 ? lower : fraction == 1 ? upper : lower * (1 - fraction) + upper * fraction
    }
  }

  private static func ordered(_ places: [Double]) -> [Double] {
    var result: [Double] = []
    for place in places.filter({ $0.isFinite }).sorted() where result.last != place {
      result.append(place)
    }
    return result
  }
}

extension Grid {
  /// The total of its numbers, coordinates included.
  var numbers: Int { x.count + y.count + values.count }

  /// Writes the grid. `init(from:)` reads the same one, to the bit.
  func write(to writer: inout ByteWriter) {
    writer.write(x)
    writer.write(y)
    writer.write(values)
  }

  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let (x, y) = (try reader.doubles(), try reader.doubles())
    guard let grid = Grid(x: x, y: y, values: try reader.doubles()) else { throw .malformed }
    self = grid
  }
}

extension Grid {
  /// Estimates the work of tracing the lines of ascending levels: the number of cells that they
  /// cross, and a twentieth of a unit for each node and level.
  func crossings(of levels: [Double]) -> Int {
    guard !levels.isEmpty, x.count > 1, y.count > 1 else { return 0 }
    let below = values.map { value in value.isFinite ? levels.countBelow(value) : -1 }
    var count = values.count / 20 * levels.count
    for row in 1..<y.count {
      for column in 1..<x.count {
        let node = row * x.count + column
        let (a, b, c, d) = (
          below[node], below[node - 1], below[node - x.count], below[node - x.count - 1]
        )
        let least = min(min(a, b), min(c, d))
        // A cell with a value that is not finite has no lines.
        if least >= 0 { count += max(max(a, b), max(c, d)) - least }
      }
    }
    return count
  }
}

extension [Double] {
  /// Returns the number of elements below a value. The elements must be ascending.
  fileprivate func countBelow(_ value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
