import Charts
import Testing

@Suite struct ContourPlotTests {
  private let plot = ContourPlot(x: -1...1, y: -2...2) { x, y in x * x + y * y }

  private func drawn(_ plot: ContourPlot) -> Grid? {
    if case .contour(let mark) = plot.chart.marks[0] { mark.grid } else { nil }
  }

  @Test func theAxesHoldAWalkThatEndsInThem() throws {
    let grid = try #require(drawn(plot.trajectory([(0, 0), (1.5, 0), (0, -2.5), (0.5, 0.5)])))
    let (left, right) = (try #require(grid.x.first), try #require(grid.x.last))
    #expect(left == -1)
    #expect((1.5...1.7).contains(right))
    let bottom = try #require(grid.y.first)
    #expect((-2.8 ... -2.5).contains(bottom))
    #expect(grid.y.last == 2)
    // The function is known in the wider ranges as well.
    #expect(grid.values.first == 1 + bottom * bottom)
  }

  @Test func theAxesGrowByTheirOwnWidthAtMost() throws {
    let grid = try #require(drawn(plot.trajectory([(0, 0), (1e9, -1e9), (0, 0)])))
    #expect(grid.x.last == 3)
    #expect(grid.y.first == -6)
  }

  @Test func aWalkThatLeavesForGoodOrStaysInsideChangesNothing() {
    for points in [[(0.0, 0.0), (1.5, 0.0), (9, 9)], [(0, 0), (1, 2)], [(3, 0), (.nan, 0)], []] {
      #expect(drawn(plot.trajectory(points)) == drawn(plot))
    }
  }

  @Test func theSecondWalkWidensFurther() {
    let both = plot.trajectory([(1.5, 0), (0, 0)]).trajectory([(-1.5, 0), (0, 0)])
    #expect(drawn(both)?.x.first.map { $0 < -1.5 } == true)
    #expect(drawn(both)?.x.last.map { $0 > 1.5 } == true)
  }
}
