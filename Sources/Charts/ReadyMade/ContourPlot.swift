/// Contour lines of a function of two variables, with the paths of descents on top.
///
///     show(
///       ContourPlot(x: -6...6, y: -3...3, title: "Down the steep side first") { x, y in
///         0.1 * x * x + 2 * y * y
///       }
///       .trajectory(points, label: "gradient descent")
///       .minimum(0, 0))
public struct ContourPlot: FieldPlot {
  /// The chart.
  public var chart: Chart
  private let function: (Double, Double) -> Double

  /// Draws contour lines.
  ///
  /// - Parameters:
  ///   - x: the range of the horizontal axis.
  ///   - y: the range of the vertical axis.
  ///   - title: the main finding in words.
  ///   - xLabel: the name of the first coordinate.
  ///   - yLabel: the name of the second coordinate.
  ///   - levels: the levels of the lines; when empty, about ten round ones are chosen.
  ///   - equalScales: true to give one unit the same length on both axes.
  ///   - function: called some ten thousand times; nan and infinite values are allowed.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, title: String = "", xLabel: String = "x",
    yLabel: String = "y", levels: [Double] = [], equalScales: Bool = true,
    _ function: @escaping (_ x: Double, _ y: Double) -> Double
  ) {
    self.function = function
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    // Square cells, at most 120 along the longer side.
    let ratio = equalScales && width > 0 && height > 0 ? height / width : 1
    let columns = ratio > 1 ? max(120 / ratio, 40) : 120
    let rows = ratio < 1 ? max(120 * ratio, 40) : 120
    let grid = Grid(
      x: Grid.places(in: x, count: Int(columns) + 1),
      y: Grid.places(in: y, count: Int(rows) + 1), of: function)
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: [.contour(ContourMark(grid, levels: levels))],
      aspect: equalScales ? .equal : .square)
  }

  /// Returns the function's value, which the table and the description of a trajectory state.
  public func value(_ x: Double, _ y: Double) -> Double? { function(x, y) }
}
