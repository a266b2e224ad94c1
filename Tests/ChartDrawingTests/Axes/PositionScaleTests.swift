import Testing

@testable import ChartDrawing

@Suite struct PositionScaleTests {
  @Test func theEndsOfTheDomainMapToTheEndsOfTheRange() {
    let scale = PositionScale(kind: .linear, lower: -1, upper: 3, start: 200, end: 0)
    #expect(scale.position(-1) == 200)
    #expect(scale.position(3) == 0)
    #expect(scale.position(1) == 100)
  }

  @Test func anEmptyDomainMapsToTheMiddleOfTheRange() {
    let scale = PositionScale(kind: .linear, lower: 7, upper: 7, start: 0, end: 100)
    #expect(scale.position(7) == 50)
    #expect(scale.position(1e9) == 50)
  }

  @Test func equalRatiosAreEqualDistancesOnALogarithmicAxis() {
    let scale = PositionScale(kind: .log, lower: -4, upper: 1, start: 0, end: 500)
    #expect((scale.position(1e-3) - 100).magnitude < 1e-9)
    #expect((scale.position(1e-2) - 200).magnitude < 1e-9)
  }

  @Test func theWildestValuesStayInReach() {
    let scale = PositionScale(kind: .linear, lower: 0, upper: 1e-300, start: 0, end: 500)
    #expect(scale.position(1e308) == 500_000)
    #expect(scale.position(-1e308) == -500_000)
  }

  @Test func aDomainOfAllNumbersHasAMiddle() {
    let all = Double.greatestFiniteMagnitude
    let scale = PositionScale(kind: .linear, lower: -all, upper: all, start: 0, end: 500)
    #expect(scale.position(0) == 250)
  }
}
