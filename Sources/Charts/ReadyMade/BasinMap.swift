/// Which of several places each start leads to: a map of regions.
///
///     show(
///       BasinMap(x: -5...5, y: -5...5, names: ["A", "B"], title: "Two minima") { x, y in
///         nearestMinimum(to: descend(from: [x, y], …).last)
///       })
public struct BasinMap: FieldPlot, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Draws a map of even cells.
  ///
  /// - Parameters:
  ///   - x: from the middle of the first column to that of the last.
  ///   - y: from the middle of the lowest row to that of the highest.
  ///   - names: the regions' names, at most eight.
  ///   - columns: how many cells stand side by side.
  ///   - rows: how many cells stand above each other.
  ///   - xLabel: the name of the first coordinate.
  ///   - yLabel: the name of the second coordinate.
  ///   - title: what is seen, in words.
  ///   - region: the number of a cell's region, from 0; nil for a cell of no region.
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

  /// Unknown: only the regions of the cells are.
  public func value(_ x: Double, _ y: Double) -> Double? { nil }
}
