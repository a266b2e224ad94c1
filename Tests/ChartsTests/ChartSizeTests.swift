import Charts
import Testing
import Transcript

@Suite struct ChartSizeTests {
  static let line = Mark.line(LineMark(x: [0, 1], y: [1, 2]))

  /// A chart that reaches a limit with a number.
  static func chart(_ limit: OutputLimit, _ number: Int) -> Chart? {
    switch limit {
    case .marks: return Chart(marks: [Mark](repeating: line, count: number))
    case .panels:
      return Chart(panels: (0..<number).map { Panel(title: "\($0)", marks: [line]) })
    case .numbers:
      let half = [Double](repeating: 1, count: number / 2)
      return Chart(marks: [.line(LineMark(x: half, y: half))])
    case .levels:
      let grid = Grid(x: [0, 1], y: [0, 1]) { $0 + $1 }
      return Chart(marks: [
        .contour(ContourMark(grid, levels: [Double](repeating: 0.5, count: number)))
      ])
    case .bars: return Chart(marks: [.bar(BarMark(y: [Double](repeating: 1, count: number)))])
    case .names:
      return Chart(x: Axis(categories: [String](repeating: "a", count: number)), marks: [line])
    case .label: return Chart(title: String(repeating: "t", count: number), marks: [line])
    case .points:
      // Ten points for a bar, 50 for each mark and 100 for the chart.
      let marks = (0..<10).map { _ in BarMark(y: [Double](repeating: 1, count: 990)) }
      let rest = BarMark(y: [Double](repeating: 1, count: (number - 10 * 9950 - 150) / 10))
      return Chart(marks: (marks + [rest]).map { .bar($0) })
    default: return nil
    }
  }

  static let limits = OutputLimit.allCases.filter { chart($0, $0.maximum) != nil }

  @Test func everyLimitOfAChartIsTried() {
    let others: Set<OutputLimit> = [
      .text, .line, .charts, .tables, .checks, .claims, .values, .knobs, .bytes, .columns, .rows,
      .allPoints,
    ]
    #expect(Set(Self.limits).union(others) == Set(OutputLimit.allCases))
  }

  @Test(arguments: limits)
  func aChartAtALimitIsReadBackAndOneBeyondIsNot(limit: OutputLimit) throws {
    let step = limit == .points ? 10 : limit == .numbers ? 2 : 1
    let allowed = try #require(Self.chart(limit, limit.maximum))
    #expect(ChartSize(allowed).excess == nil)
    // A failure must not print the chart.
    let isReadBack = try Chart(decoding: allowed.encoded()) == allowed
    #expect(isReadBack)

    let found = limit.maximum + step
    let refused = try #require(Self.chart(limit, found))
    #expect(ChartSize(refused).excess == OutputExcess(limit, found: found))
    #expect(throws: ByteReadingError.beyondLimit(OutputExcess(limit, found: found))) {
      _ = try Chart(decoding: refused.encoded())
    }
  }

  @Test func marksThatPanelsShareCountInEach() {
    let panels = (0..<10).map { Panel(title: "\($0)", marks: []) }
    let marks = [Mark](repeating: Self.line, count: 11)
    #expect(
      ChartSize(Chart(marks: marks, panels: panels)).excess == OutputExcess(.marks, found: 110))
    #expect(ChartSize(Chart(marks: marks.dropLast(), panels: panels)).excess == nil)
  }

  @Test func contourLinesAreCountedWhereTheyCrossACell() {
    let noise = Grid(x: (0..<200).map { Double($0) }, y: (0..<200).map { Double($0) }) { x, y in
      (x + y).truncatingRemainder(dividingBy: 2)
    }
    let slope = Grid(x: noise.x, y: noise.y) { x, _ in x / 200 }
    func chart(_ grid: Grid, levels: Int) -> Chart {
      let levels = (0..<levels).map { (Double($0) + 0.5) / Double(levels) }
      return Chart(marks: [.contour(ContourMark(grid, levels: levels))])
    }
    #expect(ChartSize(chart(slope, levels: 10)).excess == nil)
    #expect(ChartSize(chart(noise, levels: 10)).excess?.limit == .points)
    #expect(ChartSize(chart(noise, levels: 2)).points == 100 + 2 * 199 * 199 + 2 * 2000)
  }

  @Test func namesOfKindsAndTextsOfMarksCount() {
    let grid = Grid(x: [0, 1], y: [0, 1]) { _, _ in 0 }
    let kinds = [String](repeating: "k", count: 1001)
    #expect(
      ChartSize(Chart(marks: [.heat(HeatMark(grid, kinds: kinds))])).excess
        == OutputExcess(.names, found: 1001))
    let long = String(repeating: "é", count: 501)
    let marks: [Mark] = [
      .line(LineMark(label: long, x: [], y: [])), .rule(RuleMark(.horizontal(0), label: long)),
      .minimum(MinimumMark(x: 0, y: 0, name: long)), .heat(HeatMark(grid, name: long)),
      .bar(BarMark(label: long, y: [])), .trajectory(TrajectoryMark(label: long, x: [], y: [])),
      .scatter(ScatterMark(label: long, x: [], y: [])),
      .step(StepMark(label: long, x: [], y: [])),
      .band(BandMark(label: long, x: [], lower: [], upper: [])),
      .histogram(HistogramMark(label: long, [])),
    ]
    for mark in marks {
      #expect(
        ChartSize(Chart(marks: [mark])).excess == OutputExcess(.label, found: 1002), "\(mark)")
    }
  }
}
