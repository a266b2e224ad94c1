import Testing

@testable import Numerals

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (12.531369209289551, "1.2531e+01"), (4.8941e-05, "4.8941e-05"), (0, "0.0000e+00"),
      (-2.5, "-2.5000e+00"), (9.99995e9, "1.0000e+10"), (99999.5, "1.0000e+05"),
      (1e100, "1.0000e+100"), (.leastNonzeroMagnitude, "4.9407e-324"),
      (1.7976931348623157e308, "1.7977e+308"),
      (1.00005, "1.0001e+00"), (2.5, "2.5000e+00"), (1.03125, "1.0312e+00"),
      (1.00015, "1.0002e+00"),
    ] as [(Double, String)])
  func scientificIsWhatCPrints(value: Double, text: String) {
    #expect(NumberFormat.scientific(decimals: 4).text(value) == text)
  }

  @Test(
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (0.5, 0, "0"), (1.5, 0, "2"),
      (2.5, 0, "2"), (0.6, 0, "1"), (0.04, 1, "0.0"), (0.05, 1, "0.1"), (9.995, 2, "9.99"),
      (999.9996, 3, "1000.000"), (-1234.5678, 1, "-1234.6"), (1e22, 0, "10000000000000000000000"),
      (1e23, 1, "99999999999999991611392.0"), (0.1, 20, "0.10000000000000000555"), (0, 2, "0.00"),
    ] as [(Double, Int, String)])
  func fixedIsWhatCPrints(value: Double, decimals: Int, text: String) {
    #expect(NumberFormat.fixed(decimals: decimals).text(value) == text)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (100, "100"), (123456.789, "123456.789"), (1e16, "1e+16"), (0.0001, "0.0001"),
      (1e-5, "1e-05"), (4.8941e-05, "4.8941e-05"), (-0.5, "-0.5"), (0, "0"),
      (1.0 / 3, "0.3333333333333333"), (134_217_728, "134217728"), (-100_000_008, "-100000008"),
      (0x1p53, "9007199254740992"), (16_777_217, "16777217"), (8_589_934_592, "8589934592"),
      (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func shortestReadsBack(value: Double, text: String) {
    #expect(NumberFormat.shortest.text(value) == text)
    #expect(Double(text) == value)
  }

  @Test func aSinglePrecisionNumberIsAsShortAsSinglePrecisionAllows() {
    #expect(NumberFormat.shortest.text(Double(Float(12.531369))) == "12.531369")
  }

  @Test(
    arguments: [
      (12.531369, "12.53"), (4.8941e-05, "4.89e-05"), (0.5, "0.5"), (3, "3"), (999_999.9, "1e+06"),
      (123_456, "123500"), (0.001234567, "0.001235"), (0.0001234, "1.23e-04"), (0, "0"),
      (3.2e38, "3.2e+38"),
    ] as [(Double, String)])
  func conciseKeepsWhatIsWorthReadingAloud(value: Double, text: String) {
    #expect(NumberFormat.concise.text(value) == text)
  }

  @Test func valuesThatAreNotFiniteHaveNames() {
    for format in [NumberFormat.fixed(decimals: 2), .scientific(decimals: 2), .shortest, .concise] {
      #expect(format.text(.nan) == "nan")
      #expect(format.text(.infinity) == "inf")
      #expect(format.text(-.infinity) == "-inf")
    }
  }
}
