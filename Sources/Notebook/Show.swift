import Charts
import Transcript

/// Adds a chart to the block's output, in order with the printed lines.
///
/// A chart with more marks, numbers or names than a page can carry stops the experiment.
public func show(_ chart: some ChartConvertible) { emitChart(chart.chart) }

@inline(never)
func emitChart(_ chart: Chart) {
  demand(tally.count(.charts))
  let size = ChartSize(chart)
  demand(size.excess ?? tally.count(.allPoints, by: size.points))
  emit(.chart, chart.encoded())
}

/// Adds a table to the block's output.
///
/// A table without columns, with too many columns or rows, or with a cell longer than a line stops
/// the experiment.
public func show(_ table: Table) {
  demand(tally.count(.tables))
  demand(table.excess)
  if let fault = table.fault { refuse("show", fault) }
  emit(.table, table.encoded())
}
