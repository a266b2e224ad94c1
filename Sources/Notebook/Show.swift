import Charts

/// Puts a chart into the block's output, where it stands among the printed lines.
public func show(_ chart: some ChartConvertible) {
  emit(.chart, chart.chart.encoded())
}
