/// How values are spread: how many of them lie in each of some intervals.
///
///     show(Histogram(gradients, title: "Gradients at the minimum", xLabel: "gradient"))
public struct Histogram: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The histogram of one list of values.
  ///
  /// - Parameters:
  ///   - values: any numbers; those that are not finite are left out, and the text says so.
  ///   - bins: about how many intervals; nil takes the rule of Freedman and Diaconis. The ends are
  ///     round numbers.
  ///   - title: what is seen, in words.
  ///   - xLabel: what the values are, with their unit.
  ///   - yLabel: what is counted.
  public init(
    _ values: [Double], bins: Int? = nil, title: String = "", xLabel: String = "",
    yLabel: String = "count"
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: [.histogram(HistogramMark(values, bins: bins))])
  }
}
