import Testing

@testable import ChartDrawing

@Suite struct SuperscriptTests {
  @Test func superscriptsAreCharacters() {
    #expect(superscript(-12) == "⁻¹²")
    #expect(superscript(3_456_789) == "³⁴⁵⁶⁷⁸⁹")
    #expect(superscript(0) == "⁰")
  }

  @Test func numbersAreSetWithMinusSignsAndPowers() {
    #expect(typeset("-3.5") == "−3.5")
    #expect(typeset("4.89e-05") == "4.89×10⁻⁵")
    #expect(typeset("-1e+30") == "−10³⁰")
    #expect(typeset("-inf") == "−inf")
    #expect(typeset("12") == "12")
  }
}
