/// The description of a chart: what to draw, not how. `ChartDrawing` draws it.
public struct Chart: Hashable, Sendable {
  /// The main finding in words: "Batch size 1: quick, then noisy".
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The marks, from back to front.
  public var marks: [Mark]
  /// Small charts side by side with the same axes, instead of one; `marks` are then drawn in each.
  public var panels: [Panel]
  /// The shape of the area in which the marks are drawn.
  public var aspect: Aspect

  /// Makes a chart.
  public init(
    title: String = "", x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = [],
    aspect: Aspect = .wide, panels: [Panel] = []
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.aspect = aspect
    self.panels = panels
  }

  /// A ratio of width and height.
  public enum Aspect: UInt8, Hashable, Sendable {
    /// The picture is 16 : 9: for curves.
    case wide = 0
    /// The frame is a square: for maps over two parameters.
    case square = 1
    /// One unit has the same length on both axes, which are linear: for contours.
    case equal = 2
  }
}
