import Charts
import Testing

@testable import ChartDrawing

@Suite struct TickTests {
  private func linear(_ lower: Double, _ upper: Double, _ count: Int) -> [String] {
    RoundSteps(from: lower, to: upper, count: count).ticks(from: lower, to: upper).map(\.label)
  }

  @Test func linearTicksAreRoundNumbers() {
    #expect(linear(0, 3, 8) == ["0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"])
    #expect(linear(0, 300, 5) == ["0", "100", "200", "300"])
    #expect(linear(-0.07, 0.11, 5) == ["−0.05", "0", "0.05", "0.10"])
    #expect(linear(0.001, 0.0034, 6) == ["0.0010", "0.0015", "0.0020", "0.0025", "0.0030"])
  }

  @Test func veryLargeAndVerySmallTicksArePowersOfTen() {
    #expect(linear(0, 3e9, 4) == ["0", "10⁹", "2×10⁹", "3×10⁹"])
    #expect(linear(0, 2.5e-7, 5) == ["0", "5×10⁻⁸", "10⁻⁷", "1.5×10⁻⁷", "2×10⁻⁷", "2.5×10⁻⁷"])
  }

  @Test("Ticks below ten million are written out")
  func largeTicks() {
    #expect(linear(0, 9_999_999, 3) == ["0", "5000000"])
    #expect(linear(0, 1e7, 3) == ["0", "5×10⁶", "10⁷"])
  }

  @Test func ticksOfDecimalStepsAreTheNearestNumbers() {
    let ticks = RoundSteps(from: 0, to: 1, count: 10).ticks(from: 0, to: 1)
    #expect(ticks.map(\.place) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test func noRangeHasTooManyTicksOrNone() {
    for lower in [-1e308, -3, 0, 1e-300, 0.5, 1e9] {
      for width in [1e-2, 1, 7.3, 1e5, 1e308] where width > lower.magnitude * 1e-12 {
        let ticks = linear(lower, lower + width, 6)
        #expect((2...7).contains(ticks.count))
      }
    }
  }

  private func decades(_ lower: Double, _ upper: Double, _ count: Int = 7) -> DecadeTicks {
    DecadeTicks(
      from: decimalLogarithm(lower), to: decimalLogarithm(upper), count: count, length: 260)
  }

  @Test func decadesAreLabelledAsPowers() {
    let ticks = decades(4.5e-5, 25)
    #expect(ticks.major.map(\.label) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"])
    #expect(ticks.minor.count == 46)
  }

  @Test func manyDecadesAreThinnedToEvenSteps() {
    let ticks = decades(1, 1e38)
    #expect(ticks.major.map(\.label) == ["10⁰", "10¹⁰", "10²⁰", "10³⁰"])
    #expect(decades(1e-300, 1e300).major.map(\.label).contains("10⁻²⁰⁰"))
    #expect(decades(1e-300, 1e300).major.count <= 7)
  }

  @Test func aShortLogarithmicAxisHasPlainNumbers() {
    #expect(decades(0.9, 22).major.map(\.label) == ["1", "2", "5", "10", "20"])
    #expect(decades(6.6, 16.3).major.map(\.label) == ["8", "10", "12", "14", "16"])
    #expect(decades(4.7e-5, 5.4e-5).major.map(\.label).contains("5×10⁻⁵"))
  }

  @Test func betweenOneAndThreePowersTheirMultiplesAreLabelled() {
    #expect(
      decades(0.0079, 0.73).major.map(\.label) == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5"])
    #expect(decades(0.0079, 0.73, 4).major.map(\.label) == ["0.01", "0.03", "0.1", "0.3"])
    #expect(decades(1.2, 7e11, 5).major.map(\.label) == ["10²", "10⁴", "10⁶", "10⁸", "10¹⁰"])
  }

  @Test func everyAxisHasThreeLabelledTicks() {
    for scale in [Axis.Scale.linear, .log] {
      for lower in [0.04, 0.0079, 1.9, 35] {
        for factor in [1.3, 3, 9, 31, 92, 700, 1e4, 1e7, 1e13] {
          for layout in [ChartLayout.wide, .narrow] {
            for length in [110.0, 160, 270, 580] {
              var extent = Extent()
              extent.include(lower)
              extent.include(lower * factor)
              let plans = [
                AxisPlan(
                  vertical: Axis(scale: scale), extent: extent, height: length, margin: .vertical,
                  layout: layout),
                AxisPlan(
                  horizontal: Axis(scale: scale), extent: extent, width: length, margin: .vertical,
                  layout: layout),
              ]
              for (plan, name) in zip(plans, ["vertical", "horizontal"])
              where name == "vertical" ? length < 300 : length > 200 {
                #expect(
                  plan.ticks.count >= 3,
                  "\(name) \(scale) \(lower) × \(factor) on \(length): \(plan.ticks.map(\.label))")
              }
            }
          }
        }
      }
    }
  }

  @Test func aDomainThatTheScaleCannotShowIsIgnored() {
    var extent = Extent()
    extent.include(1)
    extent.include(100)
    for domain in [-1.0...10, 5...5, 1...Double.infinity] {
      let plan = AxisPlan(
        Axis(scale: .log, domain: domain), extent: extent, from: 0, to: 100, count: 5,
        padded: false)
      #expect(plan.scale.lower.magnitude < 1e-12)
      #expect((plan.scale.upper - 2).magnitude < 1e-12)
    }
  }

  @Test func equalValuesStandInTheMiddle() {
    var extent = Extent()
    extent.include(3)
    for scale in [Axis.Scale.linear, .log] {
      let plan = AxisPlan(
        Axis(scale: scale), extent: extent, from: 0, to: 100, count: 5, padded: true)
      #expect((plan.scale.position(3) - 50).magnitude < 1e-6)
      #expect(!plan.ticks.isEmpty)
    }
  }
}
