import Testing

@testable import ChartDrawing

@Suite struct SuperscriptTests {
  @Test func superscriptsAreCharacters() {
    #expect(superscript(-12) == "⁻¹²")
    #expect(superscript(3_456_789) == "³⁴⁵⁶⁷⁸⁹")
    #expect(superscript(0) == "⁰")
  }
}
