import Charts
import Testing

@testable import ChartDrawing

@Suite struct DataTableTests {
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
