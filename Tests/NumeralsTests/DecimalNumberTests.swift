import Testing

@testable import Numerals

@Suite struct DecimalNumberTests {
  /// The number that a whole text is, or nil.
  private func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer -> Double? in
      guard let start = buffer.baseAddress,
        let number = DecimalNumber(at: start, until: start + buffer.count),
        number.end == start + buffer.count
      else { return nil }
      return number.value
    }
  }

  @Test(
    "A number is rounded to the nearest one, ties to even",
    arguments: [
      "0", "-0", "1", "+1.5", ".5", "5.", "12.5e-3", "1E5", "1e+05", "0.1", "123456789.123456789",
      "9007199254740993", "9007199254740992.5", "9007199254740993.00000000000000000000000001",
      "0.12345678901234567", "179.76931348623157e306", "1.7976931348623158e308",
      "1.7976931348623159e308", "1e309", "-1e400", "1e-400", "4.9e-324", "2.4703282292062327e-324",
      "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308",
      "1e23", "8.5e22", "6.02214076e23", "18446744073709551615", "18446744073709551616",
      "1e99999999999", "1e-99999999999", "0e99999999999", "0.000000000000000000000000000000123456",
      "123456789012345678901234567890", "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126", "inf", "-Infinity",
      "100000000000000000000000000000000000000000e-40", "7.2057594037927933e16",
    ])
  func isNearest(_ text: String) throws {
    #expect(try #require(number(text)).bitPattern == Double(text)?.bitPattern)
  }

  @Test("Numbers of every size and length are those of the standard library")
  func random() throws {
    var random = SystemRandomNumberGenerator()
    for count in [1, 5, 15, 16, 17, 18, 19, 20, 25, 60] {
      for _ in 0..<2000 {
        let digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        let power = Int.random(in: -360...330, using: &random)
        let near = Int.random(in: -45...5, using: &random)
        for text in ["\(digits)e\(power)", "0.\(digits)", "\(digits)e\(near)"] {
          #expect(number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
      }
    }
    for _ in 0..<5000 {
      let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      guard value.isFinite else { continue }
      #expect(number(value.description)?.bitPattern == value.bitPattern)
    }
  }

  @Test("Halfway between two numbers, and a little beside it, with hundreds of digits")
  func halfway() {
    let digits = DecimalDigits(exactly: 0x1p-1074)
    let half =
      "0." + String(repeating: "0", count: -digits.exponent - 1)
      + digits.digits.map { String($0) }.joined()
    #expect(number(half) == 0x1p-1074)
    #expect(number(half + "e-1000") == 0)
  }

  @Test("What is no number is none", arguments: ["", "-", ".", "e5", "x", "1x", "1e", "--1", "in"])
  func noNumber(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test("nan is read in letters of any case")
  func nan() {
    #expect(number("nan")?.isNaN == true)
    #expect(number("NaN")?.isNaN == true)
  }
}
