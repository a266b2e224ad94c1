import Testing

@testable import Charts

@Suite struct ContourLevelsTests {
  private func levels(_ function: (Double, Double) -> Double) -> [Double] {
    let places = Grid.places(in: -2...2, count: 41)
    return ContourLevels(Grid(x: places, y: places, of: function)).levels
  }

  @Test func evenValuesHaveEvenSteps() {
    // One more near the lowest place, where the ground would be left empty.
    #expect(levels { x, y in x + y } == [-3.75, -3, -2, -1, 0, 1, 2, 3])
  }

  @Test func aSteepValleyHasEvenRatios() {
    let levels = self.levels { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
    #expect(levels.count >= 5 && levels.count <= 12)
    for index in levels.indices.dropFirst() { #expect(levels[index] / levels[index - 1] >= 1.9) }
  }

  @Test func aSteepFunctionBelowZeroHasLevelsToo() {
    let levels = self.levels { x, y in -1 + (x * x + y * y) * (x * x + y * y) * (x * x + y * y) }
    #expect(levels.count >= 4)
    #expect(levels == levels.sorted())
  }

  @Test func aFlatFunctionHasNone() {
    #expect(levels { _, _ in 3 }.isEmpty)
    #expect(levels { _, _ in .nan }.isEmpty)
    #expect(levels { x, _ in 1e9 + x * 1e-9 }.isEmpty)
  }

  @Test func theWildestValuesEnd() {
    for function in [
      { (x: Double, y: Double) in x * 1e308 }, { (x: Double, y: Double) in x * 1e-310 },
      { (x: Double, y: Double) in x * x * x * 1e300 * y * y },
      { (x: Double, y: Double) in x < 0 ? 1e-300 : 1e300 },
    ] {
      let levels = self.levels(function)
      #expect(levels.count <= 60)
      #expect(levels.allSatisfy { $0.isFinite })
    }
  }
}
