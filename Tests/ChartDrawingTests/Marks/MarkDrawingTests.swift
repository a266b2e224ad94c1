import Charts
import Testing

@testable import ChartDrawing

@Suite struct MarkDrawingTests {
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
    one.marks[0].drawn.extend(&x, &y, in: one)
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

  @Test("A minimum widens the axes, but not those of a map below it")
  func minimum() {
    let mark = MinimumMark(x: 7, y: 8)
    let grid = Grid(x: [0, 1], y: [0, 1]) { $0 + $1 }
    for (marks, isIncluded) in [
      ([Mark.minimum(mark)], true), ([.contour(ContourMark(grid)), .minimum(mark)], false),
    ] {
      var (x, y) = (Extent(), Extent())
      mark.extend(&x, &y, in: Chart(marks: marks))
      #expect(x.isEmpty != isIncluded && y.isEmpty != isIncluded)
    }
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
