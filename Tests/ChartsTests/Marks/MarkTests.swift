import Testing

@testable import Charts

@Suite struct MarkTests {
  @Test func aHistogramCountsEveryFiniteValueOnce() {
    let values = (0..<500).map { Double(($0 * 7919) % 997) / 100 } + [.nan, .infinity]
    for bins in [nil, 1, 5, 40] as [Int?] {
      let mark = HistogramMark(values, bins: bins)
      #expect(mark.counts.reduce(0, +) == 500)
      #expect(mark.leftOut == 2)
      #expect(mark.edges.count == mark.counts.count + 1)
      #expect(zip(mark.edges, mark.edges.dropFirst()).allSatisfy { $0 < $1 })
      #expect(mark.edges[0] <= 0 && mark.edges[mark.edges.count - 1] >= 9.96)
    }
  }

  @Test func theRuleOfFreedmanAndDiaconisGivesTheNumberOfBins() {
    // 1000 even values from 0 to 999: width 2 · 499 / 10 = 99.8, so about 10 bins.
    let mark = HistogramMark((0..<1000).map(Double.init))
    #expect(mark.counts.count == 10)
    #expect(mark.counts[0] == 100)
  }

  @Test func oddValuesHaveAHistogram() {
    #expect(HistogramMark([]).counts.isEmpty)
    #expect(HistogramMark([.nan]).counts.isEmpty)
    for values in [[3], [0, 0, 0], [-1e308, 1e308], [5e-324], [0, 5e-324], [1e308, 1e308]] {
      let mark = HistogramMark(values)
      #expect(mark.counts.reduce(0, +) == Double(values.count), "\(values)")
      #expect(mark.edges.allSatisfy { $0.isFinite })
    }
  }

  @Test func aBandOfRunsIsTheirMeanAndDeviation() {
    let runs: [[Double]] = [[1, 10], [3, 10, 7], [5, .nan]]
    let band = BandMark(x: [0, 1, 2], runs: runs)
    #expect(band.middle == [3, 10, 7])
    #expect(band.lower == [1, 10, 7])
    #expect(band.upper == [5, 10, 7])
    let range = BandMark(x: [0], runs: [[1], [2], [9]], spread: .range)
    #expect((range.lower, range.middle, range.upper) == ([1], [4], [9]))
    let quartiles = BandMark(x: [0], runs: [[1], [2], [3], [4], [5]], spread: .quartiles)
    #expect((quartiles.lower, quartiles.middle, quartiles.upper) == ([2], [3], [4]))
  }

  @Test func aLineOfStepsHoldsItsValueUntilTheNext() {
    let line = StepMark(x: [0, 1, 2], y: [5, 6, 7]).line
    #expect(line.x == [0, 1, 1, 2, 2])
    #expect(line.y == [5, 5, 6, 6, 7])
  }

  @Test func aSlopeIsARateOnLogarithmicAxes() throws {
    let chart = LineChart(x: [1, 100], y: [1, 1e-4], xScale: .log, yScale: .log)
      .adding(.slope(-2, throughX: 1, y: 1))
    let paths = chart.svg(id: "a").split(separator: "\n")
      .filter { $0.contains("chart-line") || $0.contains("chart-rule") }
      .compactMap { $0.split(separator: "\"").first { $0.hasPrefix("M") } }
    // x⁻² itself: the reference line lies upon it.
    #expect(paths.count == 2)
    #expect(paths[0] == paths[1])
  }

  @Test func barsStandOnZeroAndSideBySide() {
    let one = BarChart(["a", "b"], [2, 4]).chart
    var (x, y) = (Extent(), Extent())
    one.marks[0].kind.extend(&x, &y, one)
    #expect((x.least, x.greatest, y.least, y.greatest) == (-0.5, 1.5, 0, 4))
    let svg = BarChart(["a"], [("u", [2]), ("v", [3])]).chart.svg(id: "a", standalone: true)
    #expect(svg.components(separatedBy: "class=\"chart-bar\"").count == 5)
  }

  @Test func aValueThatIsNoNumberStandsInPlaceOfItsBar() {
    let svg = BarChart(["a", "b"], [1, .infinity]).chart.svg(id: "a")
    #expect(svg.contains(">inf<"))
  }

  @Test func seriesOfPointsDifferInShape() {
    let point = PlottedPoint(x: 10, y: 10)
    let shapes = (1...8).map { series in
      let marker = Marker(series: series)
      var data = PathData()
      marker.draw(at: point, into: &data)
      return marker.className + data.text
    }
    #expect(Set(shapes).count == 8)
  }

  @Test func aHundredThousandPointsMakeASmallPicture() {
    let x = (0..<100_000).map { Double(($0 * 7919) % 100_003) }
    let y = (0..<100_000).map { Double(($0 * 104_729) % 99_991) }
    #expect(ScatterPlot(x: x, y: y).chart.svg(id: "a").utf8.count < 20_000)
    #expect(
      BandMark(x: x.sorted(), lower: y, upper: y.map { $0 + 1 })
        .picture.utf8.count < 20_000)
  }

  @Test func wherePartsAreFewEachCarriesItsValue() {
    let svg = ScatterPlot(x: [1], y: [0.5], xLabel: "rate", yLabel: "loss").chart.svg(id: "a")
    #expect(svg.contains("<title>rate 1, loss 0.5</title>"))
    #expect(BarChart(["SGD"], [3]).chart.svg(id: "a").contains("<title>SGD: 3</title>"))
    #expect(
      LineChart(x: [1, 2], y: [3, 4], xLabel: "step").chart.svg(id: "a")
        .contains("<title>step 2, 4</title>"))
  }
}

extension BandMark {
  fileprivate var picture: String { Chart(marks: [.band(self)]).svg(id: "a") }
}
