import Charts
import Testing

@Suite struct HeatMapTests {
  @Test func theAxisFollowsThePlaces() {
    let places = (0..<5).map { Double(1 << $0) }
    #expect(HeatMap(x: places, y: [1, 2, 3]) { x, y in x * y }.chart.x.scale == .log)
    #expect(HeatMap(x: places, y: [1, 2, 3]) { x, y in x * y }.chart.y.scale == .linear)
  }
}
