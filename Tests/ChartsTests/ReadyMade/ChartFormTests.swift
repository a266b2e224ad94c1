import Charts
import Testing

/// Charts and tables as people write them: each form is one that says more in full.
@Suite struct ChartFormTests {
  private let a: [Double] = [1, 2, 4]
  private let b: [Double] = [3, 1]

  @Test func aLineChartTakesValuesPointsPairsAndDictionaries() {
    let one = LineChart(x: [0, 1, 2], y: a, title: "t", xLabel: "x", yScale: .log)
    #expect(LineChart(a, title: "t", xLabel: "x", yScale: .log) == one)
    #expect(
      LineChart([(0, 1), (1, 2), (2, 4)], title: "t", xLabel: "x", yScale: .log) == one)
    let two = LineChart([("a", [0, 1, 2], a), ("b", [0, 1], b)])
    #expect(LineChart([("a", a), ("b", b)]) == two)
    #expect(LineChart(["a": a, "b": b]) == two)
    #expect(LineChart(["b": b, "a": a]) != two)
    #expect(LineChart([("a", x: [5, 6, 7], y: a)]) == LineChart(x: [5, 6, 7], [("a", a)]))
  }

  @Test func eachSeriesMayHaveCoordinatesOfItsOwn() throws {
    let lines = LineChart([("a", [0, 2, 4], a), ("b", [1, 3], b)]).chart.marks
    guard case .line(let first) = lines[0], case .line(let second) = lines[1] else {
      Issue.record("no lines")
      return
    }
    #expect((first.x, second.x) == ([0, 2, 4], [1, 3]))
    #expect((first.label, second.y) == ("a", b))
    let steps = StepChart([("a", [0, 2, 4], a), ("b", [1, 3], b)]).chart.marks
    #expect(steps.count == 2)
    #expect(StepChart(a) == StepChart(x: [0, 1, 2], y: a))
  }

  @Test func aScatterPlotTakesPairs() {
    #expect(ScatterPlot([(0.5, 1), (2, 3)]) == ScatterPlot(x: [0.5, 2], y: [1, 3]))
    #expect(
      ScatterPlot([("a", [(0.5, 1), (2, 3)]), ("b", [])])
        == ScatterPlot([("a", [0.5, 2], [1, 3]), ("b", [], [])]))
  }

  @Test func aBarChartTakesLabelsPairsAndDictionaries() {
    let bars = BarChart(["SGD", "Adam"], [921, 305], yLabel: "steps")
    #expect(BarChart(labels: ["SGD", "Adam"], values: [921, 305], yLabel: "steps") == bars)
    #expect(BarChart([("SGD", 921), ("Adam", 305)], yLabel: "steps") == bars)
    #expect(BarChart(["SGD": 921, "Adam": 305], yLabel: "steps") == bars)
  }

  @Test func aHeatMapTakesAMatrix() throws {
    let map = HeatMap([[1, 2, 3], [4, 5]], valueLabel: "loss")
    guard case .heat(let mark) = map.chart.marks[0] else {
      Issue.record("no map")
      return
    }
    #expect((mark.grid.x, mark.grid.y) == ([0, 1, 2], [0, 1]))
    #expect(mark.grid.values.prefix(5) == [1, 2, 3, 4, 5] && mark.grid.values[5].isNaN)
    #expect(mark.name == "loss")
    let turned = HeatMap([[1, 2], [3, 4]], x: [10, 20], y: [2, 1])
    #expect(turned == HeatMap([[3, 4], [1, 2]], x: [10, 20], y: [1, 2]))
  }

  @Test func aContourPlotTakesItsFunctionFirst() {
    func f(_ x: Double, _ y: Double) -> Double { x * x + 2 * y }
    let plot = ContourPlot(f, x: -1...1, y: 0...2, title: "t", levels: [1, 2])
    #expect(
      plot.chart == ContourPlot(x: -1...1, y: 0...2, title: "t", levels: [1, 2], f).chart)
    #expect(plot.value(3, 1) == 11)
  }

  @Test func aBandChartTakesItsEdges() throws {
    let chart = BandChart(lower: [0, 1], upper: [2, 4], middle: [1, 2], yScale: .log).chart
    #expect(
      chart.marks == [.band(BandMark(x: [0, 1], lower: [0, 1], upper: [2, 4], middle: [1, 2]))])
    #expect(chart.y.scale == .log)
    #expect(
      BandChart(x: [5, 6], lower: [0, 1], upper: [2, 4]).chart.marks
        == [.band(BandMark(x: [5, 6], lower: [0, 1], upper: [2, 4]))])
  }

  @Test func aTableTakesRowsAndColumns() {
    let table = Table(columns: ["step", "loss"], rows: [["1", "0.5"], ["2", ""]], caption: "c")
    #expect(Table(["step", "loss"], [["1", "0.5"], ["2"]], caption: "c") == table)
    #expect(Table(headers: ["step", "loss"], rows: [["1", "0.5"], ["2"]], caption: "c") == table)
    #expect(Table([("step", [1, 2]), ("loss", [0.5])], caption: "c") == table)
    #expect(Table(columns: ["step": [1, 2], "loss": [0.5]], caption: "c") == table)
    #expect(Table(["a", "b"], [[1, 0.25]]).rows == [["1", "0.25"]])
    #expect(Table(headers: ["a"], rows: [[1], [2]]).rows == [["1"], ["2"]])
  }
}
