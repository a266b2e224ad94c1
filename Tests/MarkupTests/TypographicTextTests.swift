import Markup
import Testing

@Suite struct TypographicTextTests {
  @Test(
    "Signs that authors type become those of typesetters",
    arguments: [
      ("Newton's method, the walkers' rates", "Newton’s method, the walkers’ rates"),
      ("\"He said 'no'\", she said.", "“He said ‘no’”, she said."),
      ("(\"a\")", "(“a”)"), ("the '90s", "the ’90s"),
      ("| --- | -- a", "| --- | -- a"), ("a --- |", "a --- |"), ("pages 3--5", "pages 3–5"),
      ("a word---another", "a word—another"),
      ("so -- or so", "so – or so"), ("and so on...", "and so on…"),
      ("4.9 · 10⁻⁵ of 2 · 10⁶", "4.9\u{A0}·\u{A0}10⁻⁵ of 2\u{A0}·\u{A0}10⁶"),
    ])
  func replaced(typed: String, set: String) {
    #expect(TypographicText.text(typed) == set)
  }

  @Test(
    "What only looks like such a sign stays",
    arguments: [
      "Run it with --watch.", "a ---- b", "wait.... what", "https://example.org/a--b'c",
      "www.a--b.org",
      "A · B", "2 · 3", "他说\"好\"。", "x-axis, 1-2", "10 · 10",
    ])
  func left(text: String) {
    #expect(TypographicText.text(text) == text)
  }

  @Test func theCharacterBeforeTheTextCounts() {
    #expect(TypographicText.text("'s rule", after: "x") == "’s rule")
    #expect(TypographicText.text("\" ends", after: "x") == "” ends")
    #expect(TypographicText.text("\"begins", after: " ") == "“begins")
  }

  @Test(
    "a text of a megabyte takes no longer for each sign than a short one", .timeLimit(.minutes(1)))
  func long() {
    let text = TypographicText.text(String(repeating: "it's: -- ", count: 110_000))
    #expect(text.utf8.starts(with: "it’s: – it’s: – ".utf8))
    #expect(text.unicodeScalars.count == 110_000 * 8)
  }
}
