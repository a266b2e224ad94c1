import Foundation
import Testing

@testable import Charts

@Suite struct DecimalLogarithmTests {
  @Test func itAgreesWithTheSystemOverAllMagnitudes() {
    var value = 1e-300
    while value < 1e308 {
      let expected = log10(value)
      #expect((decimalLogarithm(value) - expected).magnitude <= 1e-14 * max(1, expected.magnitude))
      value *= 1.37
    }
  }

  @Test func powersOfTenAreNearlyExact() {
    for exponent in -300...300 {
      let expected = Double("1e\(exponent)") ?? .nan
      #expect((powerOfTen(exponent) / expected - 1).magnitude < 1e-13)
    }
    #expect(powerOfTen(-320) > 0)
    #expect(powerOfTen(-5000) == 0)
    #expect(powerOfTen(5000) == .infinity)
  }
}
