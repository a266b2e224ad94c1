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
    self.init(
      series.map { ($0.label, x, $0.y) }, title: title, xLabel: xLabel, yLabel: yLabel,
      xScale: xScale, yScale: yScale)
  }

  /// Several lines, each over its own x coordinates.
  ///
  ///     show(LineChart([("batch 1", few, fewLosses), ("batch 10", many, manyLosses)]))
  ///
  /// - Parameter series: each line's name, its x coordinates and its values.
  public init(
    _ series: [(label: String, x: [Double], y: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = "", xScale: Axis.Scale = .linear,
    yScale: Axis.Scale = .linear
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel, scale: xScale), y: Axis(label: yLabel, scale: yScale),
      marks: series.map {
        .line(LineMark(label: $0.label.isEmpty ? nil : $0.label, x: $0.x, y: $0.y))
      })
  }

  /// Several lines over 0, 1, 2 and so on: `LineChart([("plain", slow), ("momentum", quick)])`.
  ///
  /// - Parameter series: each line's name and its values.
  public init(
    _ series: [(label: String, y: [Double])], title: String = "", xLabel: String = "",
    yLabel: String = "", xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      series.map { ($0.label, $0.y.places, $0.y) }, title: title, xLabel: xLabel, yLabel: yLabel,
      xScale: xScale, yScale: yScale)
  }

  /// Several lines over 0, 1, 2 and so on, as a dictionary is written: `LineChart(["plain": slow])`. They
  /// keep their order.
  ///
  /// - Parameter series: each line's name and its values.
  public init(
    _ series: KeyValuePairs<String, [Double]>, title: String = "", xLabel: String = "",
    yLabel: String = "", xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      series.map { ($0.key, $0.value.places, $0.value) }, title: title, xLabel: xLabel,
      yLabel: yLabel, xScale: xScale, yScale: yScale)
  }

  /// One line over 0, 1, 2 and so on: `LineChart(losses)`.
  ///
  /// - Parameter y: the points' values.
  public init(
    _ y: [Double], title: String = "", xLabel: String = "", yLabel: String = "",
    xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      x: y.places, y: y, title: title, xLabel: xLabel, yLabel: yLabel, xScale: xScale,
      yScale: yScale)
  }

  /// One line through points: `LineChart([(0, 1), (1, 0.5)])`.
  ///
  /// - Parameter points: the points' x coordinates and values.
  public init(
    _ points: [(x: Double, y: Double)], title: String = "", xLabel: String = "",
    yLabel: String = "", xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear
  ) {
    self.init(
      x: points.map { $0.x }, y: points.map { $0.y }, title: title, xLabel: xLabel,
      yLabel: yLabel, xScale: xScale, yScale: yScale)
  }
}

extension [Double] {
  /// 0, 1, 2 and so on, as many as there are values.
  var places: [Double] { indices.map { Double($0) } }
}
