import Testing

@testable import ChartDrawing

@Suite struct LineThinningTests {
  private func wave(_ count: Int) -> [PlottedPoint] {
    (0..<count).map { PlottedPoint(x: Double($0) / Double(count), y: Double($0 * 7919 % 101)) }
  }

  @Test func aShortLineIsLeftAsItIs() {
    let points = wave(1500)
    #expect(points.thinned() == points)
  }

  @Test func aMillionPointsBecomeFewAndKeepTheirSpikes() {
    var points = wave(1_000_000)
    points[123_456].y = 1000
    points[777_777].y = -1000
    let thin = points.thinned()
    #expect(thin.count <= 1500)
    #expect(thin.contains(points[123_456]))
    #expect(thin.contains(points[777_777]))
    #expect(thin.first == points.first)
    #expect(thin.last == points.last)
    #expect(zip(thin, thin.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test func aLineThatRunsBackAndForthIsThinnedAlongItsCourse() {
    var points = (0..<50_000).map { PlottedPoint(x: Double($0 % 2), y: Double($0)) }
    points[20_001] = PlottedPoint(x: 0.5, y: -9)
    let thin = points.thinned()
    #expect(thin.count <= 1500)
    #expect(thin.contains(points[20_001]))
    #expect(thin.last == points.last)
  }

  @Test func aGapBetweenColumnsStays() {
    var points = wave(10_000)
    points[0].startsRun = true
    for index in 4_000..<6_000 { points[index].x = 0.4 }
    points.removeSubrange(4_000..<6_000)
    points[4_000].startsRun = true
    #expect(points.thinned().filter(\.startsRun).count == 2)
  }
}
