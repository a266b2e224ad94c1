import Foundation
import Numerals
import Testing

@Suite struct PrintfTests {
  static let numbers: [Double] = [
    0, 1, -1, 0.5, 1.5, 2.5, 0.125, 9.9999, 99999.95, 999999.5, 1e-5, 4.201426029205322, 1e15, 1e16,
    -3.400423526763916, 6.5111e-05, 1e22, 1e300, 0.1, 1.0 / 3, 1e-4, 0.99999995, 123456789,
    .leastNonzeroMagnitude,
  ]

  @Test("fixed, scientific and general text equal C's", arguments: numbers)
  func formats(number: Double) {
    for digits in [0, 1, 4, 6, 12] {
      #expect(number.fixed(digits) == String(format: "%.\(digits)f", number))
      #expect(number.scientific(digits) == String(format: "%.\(digits)e", number))
      #expect(number.general(digits) == String(format: "%.\(digits)g", number))
    }
  }

  @Test("numbers drawn from all bit patterns equal C's")
  func bitPatterns() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(number.scientific(8) == String(format: "%.8e", number))
      #expect(number.general(6) == String(format: "%.6g", number))
    }
  }

  @Test("what is not a number is written as in the peers")
  func notFinite() {
    #expect(Double.nan.fixed(6) == "nan")
    #expect((-Double.infinity).scientific(4) == "-inf")
  }
}
