import Testing

@testable import Rendering

@Suite struct LinkTargetTests {
  @Test(arguments: ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org"])
  func theWebAndMailAreAllowed(address: String) {
    #expect(LinkTarget(address) == .outside(address))
  }

  @Test(arguments: ["04-noise.md", "../zh/03.html#x", "#top", "a/b?c=d:e", "", "#a:b"])
  func relativeAddressesAreAllowed(address: String) {
    #expect(LinkTarget(address) == .relative(address))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:x",
    " \u{1}javascript:x", "javascript\u{0}:x", "data:text/html,<script>", "vbscript:x",
    "file:///etc/passwd", "blob:x", "//example.org/x", "\\\\host\\share", "/\\host", "/etc/passwd",
    "\t//example.org", ":x", "unknown:",
  ])
  func everythingElseIsRefused(address: String) {
    #expect(LinkTarget(address) == .refused)
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](java&Tab;script:alert(1))",
    "[x](<java\tscript:alert(1)>)", "<javascript:alert(1)>", "[x](data:text/html;base64,AAAA)",
    "[x][y]\n\n[y]: JAVASCRIPT:alert(1)", "![x](javascript:alert(1))",
    "[![x](data:image/svg+xml,AA)](javascript:1)", "[x](javas\\\ncript:1)",
  ])
  func noRefusedSchemeReachesAnAttribute(markdown: String) {
    let html = SampleChapter.prose(markdown).lowercased()
    #expect(!html.contains("href=\"j"))
    #expect(!html.contains("href=\"d"))
    #expect(!html.contains("src="))
  }

  @Test func aRefusedLinkKeepsItsWordsAndNamesItsAddress() {
    let html = SampleChapter.prose("see [*here*](javascript:alert('<b>'))")
    #expect(html.contains("see <em>here</em> <span class=\"refused\">"))
    #expect(html.contains("javascript:alert(&#39;&lt;b&gt;&#39;)"))
  }

  @Test func anImageIsItsWords() {
    #expect(SampleChapter.prose("![a & *b*](x.png)") == "<p>a &amp; b</p>\n")
    #expect(
      SampleChapter.prose("![a](https://example.org/x.png)")
        == "<p><a href=\"https://example.org/x.png\">a</a></p>\n")
  }
}
