/// Where an iteration over two settings converges, and how fast: a map of amounts up to a limit, with
/// the boundary of what diverges.
///
///     show(
///       StabilityMap(
///         x: 0...4.2, y: 0...0.98, xLabel: "learning rate η", yLabel: "momentum β",
///         valueLabel: "spectral radius ρ", limit: 1, limitLabel: "ρ = 1"
///       ) { rate, momentum in spectralRadius(rate, momentum) })
public struct StabilityMap: FieldPlot, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Draws a map with a cell around each pair of places.
  ///
  /// - Parameters:
  ///   - x: the columns' places.
  ///   - y: the rows' places.
  ///   - xLabel: what the horizontal axis shows.
  ///   - yLabel: what the vertical axis shows.
  ///   - title: what is seen, in words.
  ///   - valueLabel: what the colours show.
  ///   - limit: the greatest value that counts as stable.
  ///   - limitLabel: what stands at the boundary; nil for the limit's value.
  ///   - scale: how colours follow the values: evenly, or by their logarithms.
  ///   - function: called once for each cell; a value that is not finite counts as divergent.
  public init(
    x: [Double], y: [Double], xLabel: String = "x", yLabel: String = "y", title: String = "",
    valueLabel: String = "", limit: Double = 1, limitLabel: String? = nil,
    scale: Axis.Scale = .linear, _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    let mark = HeatMark(
      Grid(x: x, y: y, of: function), name: valueLabel, scale: scale, limit: limit,
      limitLabel: limitLabel)
    chart = HeatMap(mark, title: title, xLabel: xLabel, yLabel: yLabel).chart
  }

  /// Draws a map of even cells.
  ///
  /// - Parameters:
  ///   - x: from the middle of the first column to that of the last.
  ///   - y: from the middle of the lowest row to that of the highest.
  ///   - columns: how many cells stand side by side.
  ///   - rows: how many cells stand above each other.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 60, rows: Int = 40,
    xLabel: String = "x", yLabel: String = "y", title: String = "", valueLabel: String = "",
    limit: Double = 1, limitLabel: String? = nil, scale: Axis.Scale = .linear,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    self.init(
      x: Grid.places(in: x, count: columns), y: Grid.places(in: y, count: rows), xLabel: xLabel,
      yLabel: yLabel, title: title, valueLabel: valueLabel, limit: limit, limitLabel: limitLabel,
      scale: scale, function)
  }

  /// Unknown: only the values in the cells are.
  public func value(_ x: Double, _ y: Double) -> Double? { nil }
}
