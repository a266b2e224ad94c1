/// What several runs have in common and how much they differ: the mean, and a band around it.
///
///     show(BandChart(x: epochs, [("SGD", runsOfSGD), ("Adam", runsOfAdam)], yLabel: "loss"))
public struct BandChart: ChartConvertible, Hashable, Sendable {
  /// The chart.
  public var chart: Chart

  /// The band of one group of runs.
  ///
  /// - Parameters:
  ///   - x: the places of all values.
  ///   - runs: the values of each run; one for each seed, say.
  ///   - spread: how far the band reaches.
  ///   - title: what is seen, in words.
  ///   - xLabel: what stands at the horizontal axis, with its unit.
  ///   - yLabel: what stands at the vertical axis, with its unit.
  ///   - yScale: how values are placed.
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
}
