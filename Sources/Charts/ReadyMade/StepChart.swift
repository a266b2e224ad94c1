/// Lines of steps: each value holds from its x coordinate until the next.
///
///     show(StepChart(x: epochs, y: rates, xLabel: "epoch", yLabel: "learning rate"))
public struct StepChart: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// One line of steps.
  ///
  /// - Parameters:
  ///   - x: the x coordinates from which the values hold.
  ///   - y: the values.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  public init(
    x: [Double], y: [Double], title: String = "", xLabel: String = "", yLabel: String = ""
  ) {
    self.init(x: x, [("", y)], title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// Several lines of steps over the same x coordinates.
  ///
  /// - Parameter series: each line's name and its values.
  public init(
    x: [Double], _ series: [(label: String, y: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = ""
  ) {
    self.init(
      series.map { ($0.label, x, $0.y) }, title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// Several lines of steps, each over its own x coordinates.
  ///
  /// - Parameter series: each line's name, its x coordinates and its values.
  public init(
    _ series: [(label: String, x: [Double], y: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = ""
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: series.map {
        .step(StepMark(label: $0.label.isEmpty ? nil : $0.label, x: $0.x, y: $0.y))
      })
  }

  /// One line of steps over 0, 1, 2 and so on: `StepChart(rates)`.
  ///
  /// - Parameter y: the values.
  public init(
    _ y: [Double], title: String = "", xLabel: String = "", yLabel: String = ""
  ) {
    self.init(x: y.places, y: y, title: title, xLabel: xLabel, yLabel: yLabel)
  }
}
