import Charts
import Foundation
import Testing

@testable import ChartDrawing

@Suite struct DataDownloadTests {
  @Test func theFileHasAllRowsWithAllDigitsOfAFloat32() {
    let chart = LineChart(x: [0, 0.1], [("a", [1.0 / 3, .nan]), ("b", [2, .infinity])]).chart
    let file = chart.dataDownload()
    #expect(file.csv == "x,a,b\n0,0.333333333,2\n0.1,nan,inf\n")
    #expect(file.rowCount == 2 && file.fullRowCount == 2)
    #expect(file.columns == "x 1 2")
  }

  @Test func namesWithCommasAndQuotesAreQuoted() {
    let chart = LineChart(x: [1], [("a, \"b\"", [2]), ("=SUM(A1)", [3])]).chart
    #expect(chart.dataDownload().csv == "x,\"a, \"\"b\"\"\",'=SUM(A1)\n1,2,3\n")
  }

  @Test func theAddressHoldsTheFileItself() throws {
    let chart = LineChart(x: [1], [("损失 %&<\"", [2])]).chart
    let file = chart.dataDownload()
    let prefix = "data:text/csv;charset=utf-8,"
    #expect(file.address.hasPrefix(prefix))
    #expect(file.address.utf8.allSatisfy { $0 < 0x7F && !"<>\"'& \n".utf8.contains($0) })
    #expect(file.address.dropFirst(prefix.count).removingPercentEncoding == file.csv)
  }

  @Test func longDataAreThinnedAndKeepTheirEnds() {
    let count = 100_000
    let values = (0..<count).map { Double($0) / 7 }
    let file = LineChart(x: (0..<count).map(Double.init), y: values).chart.dataDownload()
    let lines = file.csv.split(separator: "\n")
    #expect((4000...12_000).contains(file.csv.utf8.count))
    #expect(file.fullRowCount == count)
    #expect(lines.count == file.rowCount + 1)
    #expect(lines.last?.hasPrefix("99999,") == true)
  }

  @Test func columnsSayWhichSeriesAndPanelTheyBelongTo() {
    let panels = SmallMultiples(
      [("p", LineChart(x: [1], y: [2]).chart), ("q", LineChart(x: [1], y: [3]).chart)])
    #expect(panels.chart.dataDownload().csv == "x,p,q\n1,2,3\n")
    #expect(panels.chart.dataDownload().columns == "x 1@0 1@1")
    #expect(ScatterPlot(x: [1], y: [2]).chart.dataDownload().columns == "x .1")
    #expect(Histogram([1, 2, 3]).chart.dataDownload().columns == "x x 1")
    let bars = BarChart(["a", "b"], [1, 2], yLabel: "n").chart
    #expect(bars.dataDownload().csv == "x,n\na,1\nb,2\n")
    #expect(Chart().dataDownload().columns == "")
  }
}
