/// The distribution of values: the number of values in each of several intervals.
///
///     show(Histogram(gradients, title: "Gradients at the minimum", xLabel: "gradient"))
public struct Histogram: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The histogram of one list of values.
  ///
  /// - Parameters:
  ///   - values: any numbers; those that are not finite are left out, and the text says so.
  ///   - bins: the approximate number of intervals; nil applies the Freedman–Diaconis rule. The
  ///     bounds are round numbers.
  ///   - title: the main finding in words.
  ///   - xLabel: the name of the values, with their unit.
  ///   - yLabel: the name of the counts.
  public init(
    _ values: [Double], bins: Int? = nil, title: String = "", xLabel: String = "",
    yLabel: String = "count"
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: [.histogram(HistogramMark(values, bins: bins))])
  }
}
