import Transcript

/// A chart's description: what to draw, not how. `svg` draws it.
public struct Chart: Hashable, Sendable {
  /// What is seen, in words: "Batch size 1: quick, then noisy".
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, from back to front.
  public var marks: [Mark]

  /// Makes a chart.
  public init(title: String = "", x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = []) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
  }
}
