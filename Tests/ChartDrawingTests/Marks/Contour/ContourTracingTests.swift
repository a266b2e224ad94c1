import Testing

@testable import ChartDrawing
@testable import Charts

@Suite struct ContourTracingTests {
  private func lines(
    at level: Double, count: Int = 41, _ function: (Double, Double) -> Double
  ) -> [[PlottedPoint]] {
    let places = Grid.places(in: -2...2, count: count)
    return ContourTracing.lines(
      at: level, of: Grid(x: places, y: places, of: function), x: places, y: places)
  }

  @Test func aCircleIsOneClosedLineOnTheCircle() {
    let lines = self.lines(at: 1) { $0 * $0 + $1 * $1 }
    #expect(lines.count == 1)
    #expect(lines[0].first?.x == lines[0].last?.x)
    #expect(lines[0].first?.y == lines[0].last?.y)
    for point in lines[0] {
      #expect(((point.x * point.x + point.y * point.y).squareRoot() - 1).magnitude < 0.002)
    }
    #expect((lines[0].length - 2 * Double.pi).magnitude < 0.01)
  }

  @Test func aSlopeIsOneStraightLineFromEdgeToEdge() {
    let lines = self.lines(at: 0.5) { x, y in x + y }
    #expect(lines.count == 1)
    for point in lines[0] { #expect((point.x + point.y - 0.5).magnitude < 1e-12) }
    let ends = [lines[0][0], lines[0][lines[0].count - 1]]
    for end in ends { #expect(max(end.x.magnitude, end.y.magnitude) == 2) }
  }

  @Test func aSaddleGivesTwoBranchesThatDoNotMeet() {
    for level in [-0.5, 0.5] {
      let lines = self.lines(at: level) { x, y in x * x - y * y }
      #expect(lines.count == 2)
      for line in lines {
        let isLeftRight = level > 0
        let signs = line.map { (isLeftRight ? $0.x : $0.y) > 0 }
        #expect(signs.allSatisfy { $0 == signs[0] })
      }
    }
  }

  @Test func theMiddleOfACellDecidesItsSaddle() {
    // Corners above the level at two opposite corners: joined where the mean is above it as well.
    let corners: [[Double]] = [[1, 0], [0, 1]]
    for (level, isJoined) in [(0.4, true), (0.6, false)] {
      let grid = Grid(x: [0, 1], y: [0, 1]) { x, y in corners[Int(y)][Int(x)] }
      let lines = ContourTracing.lines(at: level, of: grid, x: [0, 1], y: [0, 1])
      #expect(lines.count == 2)
      for line in lines {
        // A line around a corner stays on that corner's side of the diagonal.
        let middle = (line[0].x + line[1].x - line[0].y - line[1].y) / 2
        #expect((middle.magnitude > 0.1) == isJoined)
      }
    }
  }

  @Test func aLineEndsWhereValuesAreNotFinite() {
    let lines = self.lines(at: 1) { x, y in x > 0.5 ? .nan : x * x + y * y }
    #expect(lines.count == 1)
    #expect(lines[0].allSatisfy { $0.x <= 0.5 })
    #expect(lines[0].first != lines[0].last)
    #expect(self.lines(at: 1) { _, _ in .infinity }.isEmpty)
  }

  @Test func levelsThatNodesMeetExactlyMakeNoHoles() {
    let lines = self.lines(at: 1, count: 5) { x, y in max(x.magnitude, y.magnitude) }
    #expect(lines.count == 1)
    #expect(lines[0].first?.x == lines[0].last?.x)
  }

  @Test func theWildestValuesGiveFinitePoints() {
    let lines = self.lines(at: 0) { x, y in (x + y).sign == .minus ? -1e308 : 1e308 }
    #expect(!lines.isEmpty)
    for point in lines.joined() { #expect(point.x.isFinite && point.y.isFinite) }
  }

  @Test func withoutAnAreaThereIsNoLine() {
    let grid = Grid(x: [1], y: [1, 2]) { _, y in y }
    #expect(ContourTracing.lines(at: 1.5, of: grid, x: [0], y: [0, 1]).isEmpty)
  }

  @Test func aSimplifiedLineStaysWithinTheTolerance() {
    let line = lines(at: 1, count: 101) { $0 * $0 + $1 * $1 }[0]
    let simple = line.simplified(tolerance: 0.01)
    #expect(simple.count < line.count / 3)
    for point in line {
      let distance = simple.indices.dropFirst().map {
        point.distance(toLineFrom: simple[$0 - 1], to: simple[$0])
      }.min()
      #expect((distance ?? 1) <= 0.01)
    }
  }
}
