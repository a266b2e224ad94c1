import Markdown
import Testing

@Suite("Markdown without measure", .serialized)
struct MarkdownLimitTests {
  @Test(
    "a million openings on one line are parsed, walked through and rendered",
    arguments: [
      ">", "[", "![", "*", "`", "<", "- ", "(", "\\[", "&",
    ])
  func deepNesting(opening: String) {
    let text = String(repeating: opening, count: 1_000_000)
    let document = MarkdownDocument(text)
    #expect(document.html().utf8.count > 0)
    #expect(document.root.descendants.reduce(0) { count, _ in count + 1 } > 0)
  }
}
