/// A map of regions: which of several points each start leads to.
///
///     show(
///       BasinMap(x: -5...5, y: -5...5, names: ["A", "B"], title: "Two minima") { x, y in
///         nearestMinimum(to: descend(from: [x, y], …).last)
///       })
public struct BasinMap: FieldPlot, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Draws a map with cells of equal size.
  ///
  /// - Parameters:
  ///   - x: the centres of the first and the last column.
  ///   - y: the centres of the lowest and the highest row.
  ///   - names: the regions' names, at most eight.
  ///   - columns: the number of columns.
  ///   - rows: the number of rows.
  ///   - xLabel: the name of the first coordinate.
  ///   - yLabel: the name of the second coordinate.
  ///   - title: the main finding in words.
  ///   - region: returns the index of a point's region in `names`, or nil for no region.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, names: [String], columns: Int = 60,
    rows: Int = 60, xLabel: String = "x", yLabel: String = "y", title: String = "",
    _ region: (_ x: Double, _ y: Double) -> Int?
  ) {
    let grid = Grid(
      x: Grid.places(in: x, count: columns), y: Grid.places(in: y, count: rows)
    ) { region($0, $1).map { Double($0) } ?? .nan }
    chart =
      HeatMap(
        HeatMark(grid, kinds: names), title: title, xLabel: xLabel, yLabel: yLabel
      ).chart
    chart.aspect = .equal
  }

  /// Returns nil: only the regions of the cells are known.
  public func value(_ x: Double, _ y: Double) -> Double? { nil }
}
