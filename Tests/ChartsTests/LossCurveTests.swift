import Testing

@testable import Charts

@Suite struct LossCurveTests {
  @Test func lossesAreSpreadEvenlyOverTheEpochs() {
    let chart = LossCurve([4, 3, 2, 1], epochs: 3, title: "Down").chart
    guard case .line(let line) = chart.marks[0] else { return }
    #expect(line.x == [0, 1, 2, 3])
    #expect(line.y == [4, 3, 2, 1])
    #expect(chart.x == Axis(label: "epoch"))
    #expect(chart.y == Axis(label: "loss", scale: .log))
    #expect(chart.chart == chart)
  }

  @Test func aSingleLossStandsAtZero() {
    guard case .line(let line) = LossCurve([4], epochs: 3).chart.marks[0] else { return }
    #expect(line.x == [0])
  }

  @Test func theDataTableHasTheFirstAndTheLastRow() {
    let table = LossCurve((0...300).map { Double($0) }, epochs: 3, label: "run").chart.dataTable()
    #expect(table.header == ["epoch", "run"])
    #expect(table.rows.count == 25)
    #expect(table.rows.first == ["0", "0"])
    #expect(table.rows.last == ["3", "300"])
  }

  @Test func seriesOfOtherPlacesBringTheirOwnColumn() {
    let chart = LossCurve(
      [(label: "a", losses: [3, 2, 1]), (label: "b", losses: [3, .nan])], epochs: 1
    ).chart
    #expect(chart.dataTable().header == ["epoch", "a", "epoch", "b"])
    #expect(
      chart.dataTable().rows == [
        ["0", "3", "0", "3"], ["0.5", "2", "1", "nan"], ["1", "1", "", ""],
      ])
    #expect(Chart().dataTable() == DataTable(header: [], rows: []))
  }
}
