import Testing

@Suite("Numbers")
struct NumberTests {
  @Test(
    "each form is one token",
    arguments: [
      "0", "42", "1_000_000", "0.5", "1e-3", "1.5E+10", "0x1F", "0xFF_FF", "0b1010", "0o17",
      "0x1.8p3", "0x1p-4", "1_0.0_1e1_0",
    ])
  func form(source: String) {
    #expect(lexed(source) == ["number \(source)"])
  }

  @Test("a dot without a digit after it is not part of the number")
  func dots() {
    #expect(lexed("1...5") == ["number 1", "operator ...", "number 5"])
    #expect(lexed("1.max") == ["number 1", "punctuation .", "identifier max"])
    #expect(
      lexed("x.0.1") == [
        "identifier x", "punctuation .", "number 0", "punctuation .", "number 1",
      ])
  }

  @Test("a letter without digits after it is not an exponent")
  func noExponent() {
    #expect(lexed("1e") == ["number 1", "identifier e"])
    #expect(lexed("1e+x") == ["number 1", "identifier e", "operator +", "identifier x"])
  }

  @Test("a sign is an operator")
  func signs() {
    #expect(lexed("[2, -3.4]")[3] == "operator -")
  }
}
