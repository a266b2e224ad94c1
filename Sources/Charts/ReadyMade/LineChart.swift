/// Lines through points.
///
///     show(LineChart(x: steps, y: losses, xLabel: "step", yLabel: "loss", yScale: .log))
public struct LineChart: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// One line.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates.
  ///   - y: the points' values.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  ///   - xScale: the scale of the horizontal axis.
  ///   - yScale: the scale of the vertical axis.
  public init(
    x: [Double], y: [Double], title: String = "", xLabel: String = "", yLabel: String = "",
    xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      x: x, [("", y)], title: title, xLabel: xLabel, yLabel: yLabel, xScale: xScale,
      yScale: yScale)
  }

  /// Several lines over the same x coordinates.
  ///
  ///     show(LineChart(x: steps, [("plain", slow), ("momentum", quick)], xLabel: "step"))
  ///
  /// - Parameters:
  ///   - x: the x coordinates of all lines.
  ///   - series: each line's name and its values.
  public init(
    x: [Double], _ series: [(label: String, y: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = "", xScale: Axis.Scale = .linear,
    yScale: Axis.Scale = .linear
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel, scale: xScale), y: Axis(label: yLabel, scale: yScale),
      marks: series.map { .line(LineMark(label: $0.label.isEmpty ? nil : $0.label, x: x, y: $0.y)) }
    )
  }
}
