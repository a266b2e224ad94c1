/// The mean of several runs with a band around it that shows how much they differ.
///
///     show(BandChart(x: epochs, [("SGD", runsOfSGD), ("Adam", runsOfAdam)], yLabel: "loss"))
public struct BandChart: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The band of one group of runs.
  ///
  /// - Parameters:
  ///   - x: the x coordinates of all values.
  ///   - runs: the values of each run, for example one run for each seed.
  ///   - spread: the extent of the band.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  ///   - yScale: the scale of the vertical axis.
  public init(
    x: [Double], runs: [[Double]], spread: BandMark.Spread = .deviation, title: String = "",
    xLabel: String = "", yLabel: String = "", yScale: Axis.Scale = .linear
  ) {
    self.init(
      x: x, [("", runs)], spread: spread, title: title, xLabel: xLabel, yLabel: yLabel,
      yScale: yScale)
  }

  /// The bands of several groups of runs.
  ///
  /// - Parameter groups: each group's name, and its runs.
  public init(
    x: [Double], _ groups: [(label: String, runs: [[Double]])],
    spread: BandMark.Spread = .deviation, title: String = "", xLabel: String = "",
    yLabel: String = "", yScale: Axis.Scale = .linear
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel, scale: yScale),
      marks: groups.map {
        .band(
          BandMark(
            label: $0.label.isEmpty ? nil : $0.label, x: x, runs: $0.runs, spread: spread))
      })
  }

  /// A band with known edges: `BandChart(lower: least, upper: most, middle: mean)`.
  ///
  /// - Parameters:
  ///   - x: the x coordinates of all values; 0, 1, 2 and so on unless given.
  ///   - lower: the band's lower edge.
  ///   - upper: the band's upper edge.
  ///   - middle: the line in the band; none unless given.
  ///   - title: the main finding in words.
  ///   - xLabel: the label of the horizontal axis, with its unit.
  ///   - yLabel: the label of the vertical axis, with its unit.
  ///   - yScale: the scale of the vertical axis.
  public init(
    x: [Double]? = nil, lower: [Double], upper: [Double], middle: [Double] = [],
    title: String = "", xLabel: String = "", yLabel: String = "", yScale: Axis.Scale = .linear
  ) {
    chart = Chart(
      title: title, x: Axis(label: xLabel), y: Axis(label: yLabel, scale: yScale),
      marks: [.band(BandMark(x: x ?? lower.places, lower: lower, upper: upper, middle: middle))])
  }
}
