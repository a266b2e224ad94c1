import Testing

@testable import ChartDrawing

@Suite struct SymmetricLogTests {
  private func place(_ value: Double, threshold exponent: Int = 0) -> Double {
    PositionScale.transformed(value, .symmetricLog, thresholdExponent: exponent)
  }

  @Test func theAxisIsLinearAroundZeroAndLogarithmicBeyond() {
    #expect(place(0) == 0)
    #expect(place(0.25) == 0.25)
    #expect(place(-1) == -1)
    #expect((place(1000) - 4).magnitude < 1e-12)
    #expect((place(-1000) + 4).magnitude < 1e-12)
    #expect((place(1e-3, threshold: -5) - 3).magnitude < 1e-12)
  }

  @Test func placesRiseWithTheValues() {
    let values = [-1e308, -50, -1.0000001, -1, -0.5, 0, 5e-324, 0.99, 1, 1.0000001, 7, 1e308]
    for exponent in [-320, -5, 0, 3] {
      let places = values.map { place($0, threshold: exponent) }
      #expect(places.allSatisfy { $0.isFinite })
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func ticksArePowersOnBothSides() {
    let ticks = SymmetricTicks(
      from: -3.2, to: 2.4, thresholdExponent: 0, count: 7, length: 300)
    #expect(ticks.major.map(\.label) == ["−10²", "−10¹", "−10⁰", "0", "10⁰", "10¹"])
    #expect(ticks.major.map(\.place) == [-3, -2, -1, 0, 1, 2])
    #expect(ticks.minor.count > 10)
    // Between −1 and 1 the axis is linear, without the minor lines of a decade.
    #expect(ticks.minor.allSatisfy { abs($0) >= 1 })
  }

  @Test func belowTheThresholdTheTicksAreThoseOfALinearAxis() {
    let ticks = SymmetricTicks(
      from: -0.5, to: 0.5, thresholdExponent: 0, count: 5, length: 300)
    #expect(ticks.major.map(\.label) == ["−0.4", "−0.2", "0", "0.2", "0.4"])
  }

  @Test func noAxisHasTooManyTicks() {
    for (lower, upper) in [(-300.0, 300.0), (0.5, 0.6), (4.2, 4.4), (-1.5, 600)] {
      let ticks = SymmetricTicks(
        from: lower, to: upper, thresholdExponent: 0, count: 7, length: 300)
      #expect(ticks.major.count <= 9)
    }
  }
}
