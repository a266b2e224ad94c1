/// One of the small charts that stand side by side in a chart with shared axes.
public struct Panel: Hashable, Sendable {
  /// The value that distinguishes this panel from the others: "η = 0.1".
  public var title: String
  /// The panel's marks, from back to front; the chart's own marks are drawn behind them.
  public var marks: [Mark]

  /// Makes a panel.
  public init(title: String, marks: [Mark]) {
    self.title = title
    self.marks = marks
  }
}
