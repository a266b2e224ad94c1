import Notebook
import Testing

@Suite(.serialized) struct ArrayChartTests {
  @Test func chartsTakeArraysAsTheyTakeLists() {
    let (x, y) = (NDArray([0, 1, 2]), NDArray([4, 2, 1]))
    #expect(
      LineChart(x: x, y: y, title: "t", yScale: .log)
        == LineChart(x: [0, 1, 2], y: [4, 2, 1], title: "t", yScale: .log))
    #expect(ScatterPlot(x: x, y: y) == ScatterPlot(x: [0, 1, 2], y: [4, 2, 1]))
    let matrix = NDArray([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(
      HeatMap(matrix, valueLabel: "weight")
        == HeatMap([[1, 2, 3], [4, 5, 6]], valueLabel: "weight"))
  }

  @Test func aMapOfAnArrayThatIsNoMatrixIsRefused() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = HeatMap(NDArray([1, 2, 3])) }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("HeatMap: an array of shape [3]; expected a matrix of two axes"))
  }
}
