/// A value that can be shown as a chart.
public protocol ChartConvertible {
  /// The chart to show.
  var chart: Chart { get }
}

extension Chart: ChartConvertible {
  /// The chart itself.
  public var chart: Chart { self }
}

extension ChartConvertible {
  /// Returns the chart with more marks on top.
  ///
  ///     show(LossCurve(losses, epochs: 3).adding(.horizontalRule(at: 5e-5, "noise floor")))
  public func adding(_ marks: Mark...) -> Chart {
    var result = chart
    result.marks += marks
    return result
  }

  /// Returns the chart with other scales, for what the ready-made charts do not offer.
  ///
  ///     show(ScatterPlot(x: rates, y: losses).scaled(x: .log, y: .log))
  public func scaled(x: Axis.Scale? = nil, y: Axis.Scale? = nil) -> Chart {
    var result = chart
    if let x { result.x.scale = x }
    if let y { result.y.scale = y }
    return result
  }
}
