/// Contour lines of a function of two variables, with the paths of descents on top.
///
///     show(
///       ContourPlot(x: -6...6, y: -3...3, title: "Down the steep side first") { x, y in
///         0.1 * x * x + 2 * y * y
///       }
///       .trajectory(points, label: "gradient descent")
///       .minimum(0, 0))
public struct ContourPlot: FieldPlot {
  /// The chart.
  public var chart: Chart
  private let function: (Double, Double) -> Double
  private let ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>)

  /// Draws contour lines.
  ///
  /// - Parameters:
  ///   - x: the range of the horizontal axis.
  ///   - y: the range of the vertical axis.
  ///   - title: the main finding in words.
  ///   - xLabel: the name of the first coordinate.
  ///   - yLabel: the name of the second coordinate.
  ///   - levels: the levels of the lines; when empty, about ten round ones are chosen.
  ///   - equalScales: true to give one unit the same length on both axes.
  ///   - function: called some ten thousand times; nan and infinite values are allowed.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, title: String = "", xLabel: String = "x",
    yLabel: String = "y", levels: [Double] = [], equalScales: Bool = true,
    _ function: @escaping (_ x: Double, _ y: Double) -> Double
  ) {
    self.function = function
    ranges = (x, y)
    let grid = Self.grid(x, y, equalScales, function)
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel),
      marks: [.contour(ContourMark(grid, levels: levels))],
      aspect: equalScales ? .equal : .square)
  }

  /// Draws contour lines of a function that comes first: `ContourPlot(f, x: -2...2, y: -1...3)`.
  ///
  /// - Parameters:
  ///   - function: called some ten thousand times; nan and infinite values are allowed.
  ///   - x: the range of the horizontal axis.
  ///   - y: the range of the vertical axis.
  ///   - title: the main finding in words.
  ///   - xLabel: the name of the first coordinate.
  ///   - yLabel: the name of the second coordinate.
  ///   - levels: the levels of the lines; when empty, about ten round ones are chosen.
  ///   - equalScales: true to give one unit the same length on both axes.
  public init(
    _ function: @escaping (_ x: Double, _ y: Double) -> Double, x: ClosedRange<Double>,
    y: ClosedRange<Double>, title: String = "", xLabel: String = "x", yLabel: String = "y",
    levels: [Double] = [], equalScales: Bool = true
  ) {
    self.init(
      x: x, y: y, title: title, xLabel: xLabel, yLabel: yLabel, levels: levels,
      equalScales: equalScales, function)
  }

  private static func grid(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ equalScales: Bool,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) -> Grid {
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    // Square cells, at most 120 along the longer side.
    let ratio = equalScales && width > 0 && height > 0 ? height / width : 1
    let columns = ratio > 1 ? max(120 / ratio, 40) : 120
    let rows = ratio < 1 ? max(120 * ratio, 40) : 120
    return Grid(
      x: Grid.places(in: x, count: Int(columns) + 1),
      y: Grid.places(in: y, count: Int(rows) + 1), of: function)
  }

  /// Widens the ranges to hold a path that ends within them, so that no part of it is cut: by at most
  /// their own width on each side. A path that leaves the ranges for good does not widen them.
  public mutating func makeRoom(x: [Double], y: [Double]) {
    let count = min(x.count, y.count)
    guard count > 0, ranges.x.contains(x[count - 1]), ranges.y.contains(y[count - 1]) else {
      return
    }
    for index in chart.marks.indices {
      guard case .contour(var mark) = chart.marks[index] else { continue }
      let across = Self.widened(mark.grid.x, by: x.prefix(count), within: ranges.x)
      let upwards = Self.widened(mark.grid.y, by: y.prefix(count), within: ranges.y)
      guard let across, let upwards else { continue }
      let isWider =
        across.lowerBound != mark.grid.x.first || across.upperBound != mark.grid.x.last
        || upwards.lowerBound != mark.grid.y.first || upwards.upperBound != mark.grid.y.last
      guard isWider else { continue }
      mark.grid = Self.grid(across, upwards, chart.aspect == .equal, function)
      chart.marks[index] = .contour(mark)
    }
  }

  /// Returns the range of coordinates widened to hold others, with a margin; nil without coordinates.
  private static func widened(
    _ places: [Double], by values: ArraySlice<Double>, within range: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    guard let first = places.first, let last = places.last else { return nil }
    let width = range.upperBound - range.lowerBound
    var (lower, upper) = (first, last)
    for value in values where value.isFinite {
      if value < first { lower = min(lower, max(value - width * 0.04, range.lowerBound - width)) }
      if value > last { upper = max(upper, min(value + width * 0.04, range.upperBound + width)) }
    }
    return lower...upper
  }

  /// Returns the function's value, which the table and the description of a trajectory state.
  public func value(_ x: Double, _ y: Double) -> Double? { function(x, y) }
}
