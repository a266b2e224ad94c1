import Transcript

/// The values of a function of two variables at the nodes of a grid.
public struct Grid: Hashable, Sendable {
  /// The columns' places, in increasing order.
  public var x: [Double]
  /// The rows' places, in increasing order: from the bottom of the picture to its top.
  public var y: [Double]
  /// The values, row by row: column i of row j has number `j * x.count + i`.
  public var values: [Double]

  /// Makes a grid.
  ///
  /// - Parameters:
  ///   - x: the columns' places; they are put in order, and what is not finite is left out.
  ///   - y: the rows' places, likewise.
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

  /// A grid whose values are known; nil where their number is not that of the nodes, or where places
  /// are not in increasing order.
  init?(x: [Double], y: [Double], values: [Double]) {
    guard Self.ordered(x) == x, Self.ordered(y) == y else { return nil }
    guard x.isEmpty || y.count <= values.count / x.count, x.count * y.count == values.count
    else { return nil }
    (self.x, self.y, self.values) = (x, y, values)
  }

  /// The finite values, from the smallest to the greatest.
  package var sortedValues: [Double] { values.filter { $0.isFinite }.sorted() }

  /// Places at equal distances, the ends included.
  ///
  /// - Parameters:
  ///   - range: from where to where; an empty one is widened, one without end has no places.
  ///   - count: how many places, at least 2.
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
      // The ends are met exactly.
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
  /// How many numbers it is made from.
  var numbers: Int { x.count + y.count + values.count }

  /// Writes the grid so that `init(from:)` reads the same, to the bit.
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
  /// What tracing the lines of ascending levels comes to: how often they cross a cell, and a little
  /// for each cell that is looked at.
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
  /// How many of ascending numbers lie below a value.
  fileprivate func countBelow(_ value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
