/// What can be shown as a chart.
public protocol ChartConvertible {
  /// The chart to show.
  var chart: Chart { get }
}

extension Chart: ChartConvertible {
  /// The chart itself.
  public var chart: Chart { self }
}
