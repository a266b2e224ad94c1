import Markdown
import Testing

@Suite("The CommonMark specification")
struct SpecificationTests {
  @Test("every one of its 652 examples comes out exactly")
  func everyExample() throws {
    let text = try Fixture.text("commonmark-0.30.txt")
    let examples = SpecificationExample.all(in: text)
    #expect(examples.count == 652)
    for example in examples {
      let html = MarkdownDocument(example.markdown).html(allowingRawHTML: true)
      #expect(html == example.html, "example \(example.number), \(example.section)")
    }
  }
}
