import Charts
import Testing

@Suite struct LossCurveTests {
  private func line(_ mark: Mark) -> LineMark? {
    if case .line(let line) = mark { line } else { nil }
  }

  @Test func lossesAreSpreadEvenlyOverTheEpochs() throws {
    let chart = LossCurve([4, 3, 2, 1], epochs: 3, title: "Down").chart
    let line = try #require(chart.marks.first.flatMap(line))
    #expect(line.x == [0, 1, 2, 3])
    #expect(line.y == [4, 3, 2, 1])
    #expect(chart.x == Axis(label: "epoch"))
    #expect(chart.y == Axis(label: "loss", scale: .log))
    #expect(chart.chart == chart)
  }

  @Test func theFloorIsALineWithItsName() {
    let chart = LossCurve([4, 3], epochs: 1, floor: (0.5, "floor")).chart
    #expect(chart.marks.count == 2)
    #expect(chart.marks.last == .horizontalRule(at: 0.5, "floor"))
  }

  @Test func aSingleLossStandsAtZero() throws {
    let line = try #require(LossCurve([4], epochs: 3).chart.marks.first.flatMap(line))
    #expect(line.x == [0])
  }
}
