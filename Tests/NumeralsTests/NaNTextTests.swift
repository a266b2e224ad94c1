import Numerals
import Testing

@Suite struct NaNTextTests {
  @Test("nan has no sign; other numbers are written as Swift writes them")
  func numbers() {
    #expect(
      [-Double.nan, .nan, -0.0, 0.1, -.infinity].map(\.plainText).joined(separator: " ")
        == "nan nan -0.0 0.1 -inf")
    #expect([-Float.nan, .nan, -0.1].map(\.plainText).joined(separator: " ") == "nan nan -0.1")
  }

  @Test(
    "the word -nan loses its sign, wherever it stands, and parts of longer words keep theirs",
    arguments: [
      ("-nan", "nan"), ("[-nan, -nan]", "[nan, nan]"), ("Optional(-nan)\n", "Optional(nan)\n"),
      ("(a: -nan, b: 1)", "(a: nan, b: 1)"), ("x-nan", "x-nan"), ("-nano", "-nano"),
      ("é-nan", "é-nan"), ("-nané", "-nané"), ("--nan", "--nan"), ("-na", "-na"), ("-", "-"),
      ("1-nan", "1-nan"), ("", ""), ("nan -nan", "nan nan"), ("-NAN", "-NAN"),
    ])
  func words(text: String, expected: String) {
    #expect(text.withoutSignsOfNaN == expected)
    #expect(SignsOfNaN.removed(from: Array(text.utf8)) == Array(expected.utf8))
  }
}
