import Charts
import GradientDescent

extension FieldPlot {
  /// Adds the way of a descent.
  ///
  ///     let run = descend(.rosenbrock, from: [-1.2, 1], using: SGD(learningRate: 1e-3), steps: 500)
  ///     show(ContourPlot(.rosenbrock, x: -2...2, y: -1...3).trajectory(run))
  ///
  /// - Parameters:
  ///   - way: what `descend` returned, in two variables.
  ///   - label: the way's name; nil for one that needs none.
  ///   - animated: whether the page offers to watch the way grow step by step.
  public func trajectory(_ way: Trajectory, label: String? = nil, animated: Bool = false) -> Self {
    trajectory(way.points, label: label, animated: animated)
  }
}

extension ContourPlot {
  /// Contour lines of a function that is known by name, with its minima marked.
  ///
  /// - Parameters:
  ///   - landscape: a function of two variables, such as `.rosenbrock`.
  ///   - x: what the horizontal axis shows.
  ///   - y: what the vertical axis shows.
  ///   - title: what is seen, in words.
  ///   - levels: the heights of the lines; none chooses about ten round ones.
  ///   - equalScales: whether one unit is as long upwards as to the right.
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
