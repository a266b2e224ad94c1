import Charts
import Testing

@Suite struct StabilityMapTests {
  @Test("A stability map keeps its limit, its scale and its names, over places and over ranges")
  func settings() {
    let maps = [
      StabilityMap(
        x: [1, 2], y: [3, 4], xLabel: "a", yLabel: "b", title: "T", valueLabel: "ρ", limit: 2,
        limitLabel: "L", scale: .log
      ) { x, y in x * y },
      StabilityMap(
        x: 1...2, y: 3...4, columns: 2, rows: 2, xLabel: "a", yLabel: "b", title: "T",
        valueLabel: "ρ", limit: 2, limitLabel: "L", scale: .log
      ) { x, y in x * y },
    ]
    let grid = Grid(x: [1, 2], y: [3, 4]) { $0 * $1 }
    for map in maps {
      let mark = HeatMark(grid, name: "ρ", scale: .log, limit: 2, limitLabel: "L")
      #expect(map.chart.marks == [.heat(mark)])
      #expect([map.chart.title, map.chart.x.label, map.chart.y.label] == ["T", "a", "b"])
    }
  }
}
