/// A chart of a function of two variables, onto which the paths of descents can be drawn.
public protocol FieldPlot: ChartConvertible {
  /// The chart.
  var chart: Chart { get set }
  /// Returns the function's value at a point, or nil when it is not known.
  func value(_ x: Double, _ y: Double) -> Double?
  /// Widens the chart to hold a path, if it can.
  mutating func makeRoom(x: [Double], y: [Double])
}

extension FieldPlot {
  /// Does nothing: the function is known only where it is drawn.
  public mutating func makeRoom(x: [Double], y: [Double]) {}
}

extension FieldPlot {
  /// Returns the chart with the path of a descent added.
  ///
  /// - Parameters:
  ///   - points: the iterates from the start on; the path ends before one that is not finite.
  ///   - label: the path's name; nil for one without a name.
  ///   - animated: true to offer an animation of the path, step by step.
  public func trajectory(
    _ points: [(Double, Double)], label: String? = nil, animated: Bool = false
  ) -> Self {
    trajectory(x: points.map { $0.0 }, y: points.map { $0.1 }, label: label, animated: animated)
  }

  /// Returns the chart with the path of a descent added.
  ///
  /// - Parameters:
  ///   - points: the iterates from the start on, two coordinates each.
  ///   - label: the path's name; nil for one without a name.
  ///   - animated: true to offer an animation of the path, step by step.
  public func trajectory(
    _ points: [[Double]], label: String? = nil, animated: Bool = false
  ) -> Self {
    trajectory(
      x: points.map { $0.count == 2 ? $0[0] : .nan },
      y: points.map { $0.count == 2 ? $0[1] : .nan },
      label: label, animated: animated)
  }

  /// Returns the chart with the path of a descent added.
  ///
  /// - Parameters:
  ///   - x: the iterates' first coordinates, from the start on.
  ///   - y: their second coordinates.
  ///   - label: the path's name; nil for one without a name.
  ///   - animated: true to offer an animation of the path, step by step.
  public func trajectory(
    x: [Double], y: [Double], label: String? = nil, animated: Bool = false
  ) -> Self {
    let values = zip(x, y).compactMap { value($0, $1) }
    var result = self
    result.makeRoom(x: x, y: y)
    result.chart.marks.append(
      .trajectory(
        TrajectoryMark(label: label, x: x, y: y, values: values, isAnimated: animated)))
    return result
  }

  /// Returns the chart with a cross at a point where the function is known to be lowest.
  ///
  /// - Parameters:
  ///   - x: the first coordinate.
  ///   - y: the second coordinate.
  ///   - name: the text beside the cross; nil for "minimum" in the page's language.
  public func minimum(_ x: Double, _ y: Double, name: String? = nil) -> Self {
    var result = self
    result.chart.marks.append(.minimum(MinimumMark(x: x, y: y, name: name)))
    return result
  }
}
