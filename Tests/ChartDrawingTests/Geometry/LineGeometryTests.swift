import Testing

@testable import ChartDrawing

@Suite struct LineGeometryTests {
  private let frame = Frame(width: 10, height: 10)

  private func line(_ places: [(Double, Double)]) -> [PlottedPoint] {
    places.enumerated().map {
      PlottedPoint(x: $0.element.0, y: $0.element.1, startsRun: $0.offset == 0)
    }
  }

  @Test func aLineInsideIsNotCut() {
    let points = line([(0, 0), (10, 10), (5, 5)])
    #expect(points.clipped(to: frame) == points)
  }

  @Test func aLineThatLeavesEndsAtTheEdge() {
    let clipped = line([(0, 5), (5, 5), (5, -5)]).clipped(to: frame)
    #expect(clipped == line([(0, 5), (5, 5), (5, 0)]))
  }

  @Test func aLineThatComesBackHasAGap() {
    let clipped = line([(2, 8), (4, 12), (6, 8)]).clipped(to: frame)
    var expected = line([(2, 8), (3, 10), (5, 10), (6, 8)])
    expected[2].startsRun = true
    #expect(clipped == expected)
  }

  @Test func aLineOutsideIsNotDrawn() {
    #expect(line([(-5, -1), (15, -1), (15, 20)]).clipped(to: frame).isEmpty)
  }

  @Test func aPathHasShortRelativeNumbers() {
    var points = line([(0, 0), (1.04, 0.5), (2, -3.25)])
    #expect(PathData(points).text == "M0 0l1 .5 1-3.8")
    points[2].startsRun = true
    #expect(PathData(points).text == "M0 0l1 .5M2-3.3h0")
  }

  @Test func roundingDoesNotAddUpAlongAPath() {
    let points = line((0...1000).map { (Double($0) * 0.04, 0) })
    var x = 0.0
    let text = PathData(points).text
    #expect(text.hasPrefix("M0 0h"))
    for number in text.dropFirst(5).split(separator: " ") { x += Double(number) ?? .nan }
    #expect((x - 40).magnitude < 1e-9)
  }

  @Test func theMovingMeanOfAStraightLineIsTheLine() {
    let points = line((0..<200).map { (Double($0), 3 * Double($0)) })
    let calm = points.smoothed(window: 21)
    #expect(calm.allSatisfy { ($0.y - 3 * $0.x).magnitude < 1e-9 })
    #expect(calm.count > 190)
  }

  @Test func theMeanFollowsASteepFallAndSmoothsTheNoiseBehindIt() {
    let points = line(
      (0..<200).map { index -> (Double, Double) in
        let fall = Swift.max(0, 400 - 20 * Double(index))
        return (Double(index), fall + (index > 20 ? Double(index % 2) * 10 : 0))
      })
    let calm = points.smoothed(window: 13)
    for point in calm where (4...16).contains(point.x) {
      #expect((point.y - (400 - 20 * point.x)).magnitude < 1, "at \(point.x)")
    }
    for point in calm where (40...190).contains(point.x) {
      #expect((4...6).contains(point.y), "at \(point.x)")
    }
  }

  @Test func onlyALineThatGoesUpAndDownIsNoisy() {
    let calm = line((0..<200).map { (Double($0), 200 / Double($0 + 1)) })
    let noisy = line((0..<200).map { (Double($0), Double($0 % 2) * 20) })
    #expect(!calm.isNoisy)
    #expect(noisy.isNoisy)
    // A fall a hundred times as high as the noise behind it.
    let floor = line(
      (0..<200).map { index -> (Double, Double) in
        let place = Double(index)
        return (place, index < 5 ? 2000 - place * 400 : Double(index % 2) * 20)
      })
    #expect(floor.isNoisy)
    let fine = line((0..<200).map { (Double($0), Double($0 % 2)) })
    #expect(!fine.isNoisy)
  }

  @Test func aTitleIsBrokenAtSpacesAndBetweenChineseCharacters() {
    #expect(TextMeasure.lines("one two three", size: 10, width: 50, most: 3).count == 2)
    let chinese = TextMeasure.lines("学习率太大，损失发散", size: 10, width: 62, most: 3)
    #expect(chinese == ["学习率太大，", "损失发散"])
    #expect(TextMeasure.lines("aa bb cc dd", size: 10, width: 24, most: 2) == ["aa", "bb…"])
  }
}
