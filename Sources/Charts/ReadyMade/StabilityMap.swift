/// A map of how fast an iteration over two settings converges, up to a limit, with the boundary of
/// the divergent region.
///
///     show(
///       StabilityMap(
///         x: 0...4.2, y: 0...0.98, xLabel: "learning rate η", yLabel: "momentum β",
///         valueLabel: "spectral radius ρ", limit: 1, limitLabel: "ρ = 1"
///       ) { rate, momentum in spectralRadius(rate, momentum) })
public struct StabilityMap: FieldPlot, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Draws a map with a cell around each pair of coordinates.
  ///
  /// - Parameters:
  ///   - x: the columns' coordinates.
  ///   - y: the rows' coordinates.
  ///   - xLabel: the label of the horizontal axis.
  ///   - yLabel: the label of the vertical axis.
  ///   - title: the main finding in words.
  ///   - valueLabel: the name of the values shown as colours.
  ///   - limit: the greatest value that counts as stable.
  ///   - limitLabel: the label of the boundary; nil for the limit's value.
  ///   - boundary: the exact boundary as points of a line, where it is known; without it the boundary
  ///     is traced between the cells.
  ///   - scale: the scale by which values become colours.
  ///   - function: called once for each cell; a value that is not finite counts as divergent.
  public init(
    x: [Double], y: [Double], xLabel: String = "x", yLabel: String = "y", title: String = "",
    valueLabel: String = "", limit: Double = 1, limitLabel: String? = nil,
    boundary: [(Double, Double)] = [], scale: Axis.Scale = .linear,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    var mark = HeatMark(
      Grid(x: x, y: y, of: function), name: valueLabel, scale: scale, limit: limit,
      limitLabel: limitLabel)
    mark.boundary = boundary
    chart = HeatMap(mark, title: title, xLabel: xLabel, yLabel: yLabel).chart
  }

  /// Draws a map with cells of equal size.
  ///
  /// - Parameters:
  ///   - x: the centres of the first and the last column.
  ///   - y: the centres of the lowest and the highest row.
  ///   - columns: the number of columns.
  ///   - rows: the number of rows.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 60, rows: Int = 40,
    xLabel: String = "x", yLabel: String = "y", title: String = "", valueLabel: String = "",
    limit: Double = 1, limitLabel: String? = nil,
    boundary: [(Double, Double)] = [], scale: Axis.Scale = .linear,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    self.init(
      x: Grid.places(in: x, count: columns), y: Grid.places(in: y, count: rows), xLabel: xLabel,
      yLabel: yLabel, title: title, valueLabel: valueLabel, limit: limit, limitLabel: limitLabel,
      boundary: boundary, scale: scale, function)
  }

  /// Returns nil: the function is known only at the cells.
  public func value(_ x: Double, _ y: Double) -> Double? { nil }
}
