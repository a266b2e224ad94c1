/// Small charts side by side with the same axes, so that they can be compared.
///
///     show(SmallMultiples(rates.map { ("η = \($0)", LossCurve(run($0), epochs: 3).chart) },
///       title: "Three rates"))
public struct SmallMultiples: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// Shows charts as panels; the first chart's axes and aspect apply to all.
  ///
  /// - Parameters:
  ///   - charts: each panel's title, and its chart.
  ///   - title: the main finding in words.
  public init(_ charts: [(title: String, chart: Chart)], title: String = "") {
    let first = charts.first?.chart ?? Chart()
    chart = Chart(
      title: title, x: first.x, y: first.y, aspect: first.aspect,
      panels: charts.map { Panel(title: $0.title, marks: $0.chart.marks) })
  }
}
