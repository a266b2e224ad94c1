/// A chart of a function of two variables, onto which the ways of descents can be drawn.
public protocol FieldPlot: ChartConvertible {
  /// The chart.
  var chart: Chart { get set }
  /// The function's value at a place; nil when it is not known.
  func value(_ x: Double, _ y: Double) -> Double?
}

extension FieldPlot {
  /// Adds the way of a descent.
  ///
  /// - Parameters:
  ///   - points: the iterates from the start on; the way ends where one is not finite.
  ///   - label: the way's name; nil for one that needs none.
  ///   - animated: whether the page offers to watch the way grow step by step.
  public func trajectory(
    _ points: [(Double, Double)], label: String? = nil, animated: Bool = false
  ) -> Self {
    trajectory(x: points.map { $0.0 }, y: points.map { $0.1 }, label: label, animated: animated)
  }

  /// Adds the way of a descent.
  ///
  /// - Parameters:
  ///   - points: the iterates from the start on, each of two coordinates.
  ///   - label: the way's name; nil for one that needs none.
  ///   - animated: whether the page offers to watch the way grow step by step.
  public func trajectory(
    _ points: [[Double]], label: String? = nil, animated: Bool = false
  ) -> Self {
    trajectory(
      x: points.map { $0.count == 2 ? $0[0] : .nan },
      y: points.map { $0.count == 2 ? $0[1] : .nan },
      label: label, animated: animated)
  }

  /// Adds the way of a descent.
  ///
  /// - Parameters:
  ///   - x: the iterates' first coordinates, from the start on.
  ///   - y: their second coordinates.
  ///   - label: the way's name; nil for one that needs none.
  ///   - animated: whether the page offers to watch the way grow step by step.
  public func trajectory(
    x: [Double], y: [Double], label: String? = nil, animated: Bool = false
  ) -> Self {
    let values = zip(x, y).compactMap { value($0, $1) }
    var result = self
    result.chart.marks.append(
      .trajectory(
        TrajectoryMark(label: label, x: x, y: y, values: values, isAnimated: animated)))
    return result
  }

  /// Marks a place where the function is known to be lowest, with a cross.
  ///
  /// - Parameters:
  ///   - x: the first coordinate.
  ///   - y: the second coordinate.
  ///   - name: what stands beside the cross; nil for "minimum" in the page's language.
  public func minimum(_ x: Double, _ y: Double, name: String? = nil) -> Self {
    var result = self
    result.chart.marks.append(.minimum(MinimumMark(x: x, y: y, name: name)))
    return result
  }
}
