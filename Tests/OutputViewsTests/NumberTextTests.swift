import Numerals
import Testing

@testable import OutputViews

@Suite struct NumberTextTests {
  @Test func numbersOfATableMeetAtTheDecimalPoint() {
    let column = AlignedColumn(["1.25", "10", "", "nan", "-0.5"])
    #expect(column.isNumeric)
    #expect(
      column.cells == [
        "1.25", "10\u{2008}\u{2007}\u{2007}", "", "nan", "−0.5\u{2007}",
      ])
    #expect(
      AlignedColumn(["1.5e-05", "2"]).cells == [
        "1.5e−05", "2\u{2008}\u{2007}\u{2007}\u{2007}\u{2007}\u{2007}",
      ])
    #expect(!AlignedColumn(["1", "one-off"]).isNumeric)
    #expect(AlignedColumn(["one-off"]).cells == ["one-off"])
    #expect(AlignedColumn(["7", "12"]).cells == ["7", "12"])
    #expect(AlignedColumn(["−1.5e−05", "+2", ".5", "3.", "INF", "-nan"]).isNumeric)
    for text in ["", "-", ".", "e5", "1e", "1e+", "1 ", "1,5", "−", "nano", "--1"] {
      #expect(!AlignedColumn([text]).isNumeric, "\(text)")
    }
  }

  @Test(
    arguments: [
      (4.8941e-05, nil, "4.89 · 10⁻⁵"), (-3.4, nil, "−3.4"), (1000, nil, "1000"),
      (12.53441, nil, "12.53"), (0.5, .fixed(decimals: 3), "0.500"),
      (1e20, .scientific(decimals: 1), "1.0 · 10²⁰"),
      (.nan, nil, "nan"), (-.infinity, nil, "−inf"), (2.0 / 3, .general(digits: 2), "0.67"),
    ] as [(Double, NumberFormat?, String)])
  func aNumberInProseIsWrittenAsProseWritesIt(
    number: Double, format: NumberFormat?, text: String
  ) {
    #expect(ValueText.text(number, format) == text)
  }
}
