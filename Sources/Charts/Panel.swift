/// One of the small charts that stand side by side in a chart with shared axes.
public struct Panel: Hashable, Sendable {
  /// What tells this panel from the others: "η = 0.1".
  public var title: String
  /// What is drawn, from back to front; what the chart itself has stands behind it.
  public var marks: [Mark]

  /// Makes a panel.
  public init(title: String, marks: [Mark]) {
    self.title = title
    self.marks = marks
  }
}
