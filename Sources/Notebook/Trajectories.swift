import Charts
import GradientDescent

extension FieldPlot {
  /// Returns the chart with the path of a descent added.
  ///
  ///     let run = descend(.rosenbrock, from: [-1.2, 1], using: SGD(learningRate: 1e-3), steps: 500)
  ///     show(ContourPlot(.rosenbrock, x: -2...2, y: -1...3).trajectory(run))
  ///
  /// - Parameters:
  ///   - way: the result of `descend`, in two variables.
  ///   - label: the path's name; nil for one without a name.
  ///   - animated: true to offer an animation of the path, step by step.
  public func trajectory(_ way: Trajectory, label: String? = nil, animated: Bool = false) -> Self {
    trajectory(way.points, label: label, animated: animated)
  }
}

extension ContourPlot {
  /// Draws the contour lines of a named function, with its minima marked.
  ///
  /// - Parameters:
  ///   - landscape: a function of two variables, such as `.rosenbrock`.
  ///   - x: the range of the horizontal axis.
  ///   - y: the range of the vertical axis.
  ///   - title: the main finding in words.
  ///   - levels: the levels of the lines; when empty, about ten round ones are chosen.
  ///   - equalScales: true to give one unit the same length on both axes.
  public init(
    _ landscape: Landscape, x: ClosedRange<Double>, y: ClosedRange<Double>, title: String = "",
    levels: [Double] = [], equalScales: Bool = true
  ) {
    var plot = ContourPlot(
      x: x, y: y, title: title, levels: levels, equalScales: equalScales
    ) { landscape($0, $1) }
    for minimum in landscape.minima { plot = plot.minimum(minimum[0], minimum[1]) }
    self = plot
  }
}
