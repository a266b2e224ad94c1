/// Points, in a colour and a shape for each series.
///
///     show(ScatterPlot(x: rates, y: losses, xLabel: "learning rate", yLabel: "loss"))
public struct ScatterPlot: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The points of one series.
  ///
  /// - Parameters:
  ///   - x: the points' x coordinates.
  ///   - y: the points' values.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  public init(
    x: [Double], y: [Double], title: String = "", xLabel: String = "", yLabel: String = ""
  ) {
    self.init([("", x, y)], title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// The points of several series.
  ///
  /// - Parameter series: each series' name, and its points.
  public init(
    _ series: [(label: String, x: [Double], y: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = ""
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: series.map {
        .scatter(ScatterMark(label: $0.label.isEmpty ? nil : $0.label, x: $0.x, y: $0.y))
      })
  }

  /// The points of one series as pairs: `ScatterPlot([(0.1, 2), (0.3, 1)])`.
  ///
  /// - Parameter points: the points' x coordinates and values.
  public init(
    _ points: [(x: Double, y: Double)], title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    self.init(
      x: points.map { $0.x }, y: points.map { $0.y }, title: title, xLabel: xLabel,
      yLabel: yLabel)
  }

  /// The points of several series as pairs.
  ///
  /// - Parameter series: each series' name, and its points.
  public init(
    _ series: [(label: String, points: [(x: Double, y: Double)])], title: String = "",
    xLabel: String = "", yLabel: String = ""
  ) {
    self.init(
      series.map { ($0.label, $0.points.map { $0.x }, $0.points.map { $0.y }) }, title: title,
      xLabel: xLabel, yLabel: yLabel)
  }
}
