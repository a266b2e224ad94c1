import Testing

@testable import Markup

@Suite struct EscapingTests {
  @Test(arguments: [
    ("<svg onload=alert(1)>", "&lt;svg onload=alert(1)&gt;"),
    ("a & b", "a &amp; b"),
    ("'\"", "&#39;&quot;"),
    ("plain, 中文", "plain, 中文"),
    ("", ""),
  ])
  func markupCharactersBecomeReferences(text: String, expected: String) {
    #expect(HTMLEscaping.escaped(text) == expected)
  }

  @Test func aQuoteUnderACombiningAccentIsStillEscaped() {
    let escaped = HTMLEscaping.escaped("\"\u{301} onload=x <\u{338}b>\u{301}")
    #expect(Array(escaped.utf8) == Array("&quot;\u{301} onload=x &lt;\u{338}b&gt;\u{301}".utf8))
  }

  @Test func controlCharactersNeverReachThePage() {
    let escaped = HTMLEscaping.escaped("a\u{0}b\u{1B}c\u{7F}d\te\nf")
    #expect(escaped == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
  }

  @Test func interpolationEscapesTextAndKeepsMarkup() {
    let inner: HTML = "<b>\("x < y")</b>"
    let outer: HTML = "<p title=\"\("\"")\">\(inner)\(3)\(nil as HTML?)</p>"
    #expect(outer.markup == "<p title=\"&quot;\"><b>x &lt; y</b>3</p>")
  }
}
