/// The values of a function of two variables as colours, such as the loss over two settings.
///
///     show(
///       HeatMap(
///         x: rates, y: sizes, xLabel: "learning rate η", yLabel: "batch size",
///         title: "The floor rises with η", valueLabel: "loss", scale: .log
///       ) { rate, size in floor(rate, size) })
public struct HeatMap: FieldPlot, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Draws a map with a cell around each pair of coordinates.
  ///
  /// - Parameters:
  ///   - x: the columns' coordinates. An axis whose coordinates have even ratios is logarithmic.
  ///   - y: the rows' coordinates, likewise.
  ///   - xLabel: the label of the horizontal axis.
  ///   - yLabel: the label of the vertical axis.
  ///   - title: the main finding in words.
  ///   - valueLabel: the name of the values shown as colours.
  ///   - scale: the scale by which values become colours.
  ///   - function: called once for each cell; a cell whose value is not finite has no colour.
  public init(
    x: [Double], y: [Double], xLabel: String = "x", yLabel: String = "y", title: String = "",
    valueLabel: String = "", scale: Axis.Scale = .linear,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    let grid = Grid(x: x, y: y, of: function)
    self.init(
      HeatMark(grid, name: valueLabel, scale: scale), title: title, xLabel: xLabel,
      yLabel: yLabel)
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
    scale: Axis.Scale = .linear, _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    self.init(
      x: Grid.places(in: x, count: columns), y: Grid.places(in: y, count: rows), xLabel: xLabel,
      yLabel: yLabel, title: title, valueLabel: valueLabel, scale: scale, function)
  }

  /// Draws a map of a matrix: `HeatMap([[1, 2], [3, 4]])`.
  ///
  /// - Parameters:
  ///   - values: the rows, from the lowest to the highest one; a number that is missing or not finite has
  ///     no colour.
  ///   - x: the columns' coordinates; 0, 1, 2 and so on unless given.
  ///   - y: the rows' coordinates, likewise; values stay with theirs in any order.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis.
  ///   - yLabel: the label of the vertical axis.
  ///   - valueLabel: the name of the values shown as colours.
  ///   - scale: the scale by which values become colours.
  public init(
    _ values: [[Double]], x: [Double]? = nil, y: [Double]? = nil, xLabel: String = "column",
    yLabel: String = "row", title: String = "", valueLabel: String = "",
    scale: Axis.Scale = .linear
  ) {
    let width = values.reduce(0) { max($0, $1.count) }
    let columns = x ?? (0..<width).map { Double($0) }
    let rows = y ?? values.indices.map { Double($0) }
    self.init(
      x: columns, y: rows, xLabel: xLabel, yLabel: yLabel, title: title, valueLabel: valueLabel,
      scale: scale
    ) { x, y in
      guard let row = rows.firstIndex(of: y), let column = columns.firstIndex(of: x),
        row < values.count, column < values[row].count
      else { return .nan }
      return values[row][column]
    }
  }

  init(_ mark: HeatMark, title: String, xLabel: String, yLabel: String) {
    chart = Chart(
      title: title, x: Axis(label: xLabel, scale: Self.scale(of: mark.grid.x)),
      y: Axis(label: yLabel, scale: Self.scale(of: mark.grid.y)), marks: [.heat(mark)],
      aspect: .square)
  }

  /// Returns a logarithmic scale for coordinates with nearly even ratios over a factor of at least
  /// 8.
  private static func scale(of places: [Double]) -> Axis.Scale {
    guard places.count > 2, let first = places.first, let last = places.last, first > 0,
      last / first >= 8
    else { return .linear }
    let ratios = places.indices.dropFirst().map { decimalLogarithm(places[$0] / places[$0 - 1]) }
    guard let least = ratios.min(), let greatest = ratios.max() else { return .linear }
    return least > 0 && greatest / least < 2.6 ? .log : .linear
  }

  /// Returns nil: the function is known only at the cells.
  public func value(_ x: Double, _ y: Double) -> Double? { nil }
}
