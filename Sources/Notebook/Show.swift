import Charts
import Transcript

/// Puts a chart into the block's output, where it stands among the printed lines.
public func show(_ chart: some ChartConvertible) {
  emit(.chart, chart.chart.encoded())
}

/// Puts a table into the block's output.
///
/// A table without columns, with too many columns or rows, or with a cell that is longer than a
/// line stops the experiment.
public func show(_ table: Table) {
  if let fault = table.fault { refuse("show", fault) }
  emit(.table, table.encoded())
}
