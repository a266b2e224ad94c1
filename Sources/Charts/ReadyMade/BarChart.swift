/// Bars over categories.
///
///     show(BarChart(["SGD", "Adam"], [921, 305], yLabel: "steps"))
public struct BarChart: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// One bar for each category.
  ///
  /// - Parameters:
  ///   - categories: the names under the bars.
  ///   - values: the bars' heights.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the categories.
  ///   - yLabel: the label of the heights, with their unit.
  public init(
    _ categories: [String], _ values: [Double], title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    self.init(categories, [("", values)], title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// Several bars side by side for each category.
  ///
  /// - Parameter series: each series' name, and its bars' heights.
  public init(
    _ categories: [String], _ series: [(label: String, values: [Double])], title: String = "",
    xLabel: String = "", yLabel: String = ""
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel, categories: categories), y: Axis(label: yLabel),
      marks: series.map {
        .bar(BarMark(label: $0.label.isEmpty ? nil : $0.label, y: $0.values))
      })
  }

  /// One bar for each label: `BarChart(labels: ["SGD", "Adam"], values: [921, 305])`.
  ///
  /// - Parameters:
  ///   - labels: the names under the bars.
  ///   - values: the bars' heights.
  public init(
    labels: [String], values: [Double], title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    self.init(labels, values, title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// One bar for each pair: `BarChart([("SGD", 921), ("Adam", 305)])`.
  ///
  /// - Parameter bars: each bar's name and its height.
  public init(
    _ bars: [(label: String, value: Double)], title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    self.init(
      bars.map { $0.label }, bars.map { $0.value }, title: title, xLabel: xLabel, yLabel: yLabel)
  }

  /// One bar for each pair, as a dictionary is written: `BarChart(["SGD": 921, "Adam": 305])`. They keep
  /// their order.
  ///
  /// - Parameter bars: each bar's name and its height.
  public init(
    _ bars: KeyValuePairs<String, Double>, title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    self.init(
      bars.map { $0.key }, bars.map { $0.value }, title: title, xLabel: xLabel, yLabel: yLabel)
  }
}
