import Charts
import GradientDescent

// Charts of arrays: `LineChart(x: x, y: x.square())`, `HeatMap(net.weight.data)`.

extension LineChart {
  /// One line through the points of two arrays.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates, row by row.
  ///   - y: the points' values, likewise.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  ///   - xScale: the scale of the horizontal axis.
  ///   - yScale: the scale of the vertical axis.
  @_disfavoredOverload
  public init(
    x: NDArray, y: NDArray, title: String = "", xLabel: String = "", yLabel: String = "",
    xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      x: x.elements, y: y.elements, title: title, xLabel: xLabel, yLabel: yLabel, xScale: xScale,
      yScale: yScale)
  }
}

extension ScatterPlot {
  /// The points of two arrays.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates, row by row.
  ///   - y: the points' values, likewise.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  @_disfavoredOverload
  public init(
    x: NDArray, y: NDArray, title: String = "", xLabel: String = "", yLabel: String = ""
  ) {
    self.init(x: x.elements, y: y.elements, title: title, xLabel: xLabel, yLabel: yLabel)
  }
}

extension HeatMap {
  /// Draws a map of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: two axes; row 0 is the lowest one.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis.
  ///   - yLabel: the label of the vertical axis.
  ///   - valueLabel: the name of the values shown as colours.
  ///   - scale: the scale by which values become colours.
  @_disfavoredOverload
  public init(
    _ matrix: NDArray, xLabel: String = "column", yLabel: String = "row", title: String = "",
    valueLabel: String = "", scale: Axis.Scale = .linear
  ) {
    if matrix.shape.rank != 2 {
      refuse("HeatMap", "an array of shape \(matrix.shape); expected a matrix of two axes")
    }
    let (numbers, width) = (matrix.elements, matrix.shape[1])
    let rows = (0..<matrix.shape[0]).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
    self.init(
      rows, xLabel: xLabel, yLabel: yLabel, title: title, valueLabel: valueLabel, scale: scale)
  }
}
