import BookModel
import Charts
import Testing

@testable import Rendering

@Suite struct SectionTextTests {
  private func sections(
    _ markdown: String, results: [String: ExperimentResult] = [:],
    bibliography: [BibliographyEntry] = []
  ) -> [SectionText] {
    var chapter = SampleChapter.make(markdown)
    chapter.prose.bibliography = bibliography
    return SampleChapter.sections(of: chapter, results: results)
  }

  @Test("a section holds its heading, its words and the stressed ones among them")
  func prose() {
    let markdown = """
      Before & *after*.

      ## One *two*

      A**b** c\\<d `code` $`x^2`$
      next

      - an item

        ```python
        apart = that(apart)
        ```

      <!-- nor this -->

      ### Three
      """
    #expect(
      sections(markdown) == [
        SectionText(text: "Before & after.", stressed: "after"),
        SectionText(
          anchor: "one-two", heading: "3.1 One two", text: "Ab c<d code x^2 next an item",
          stressed: "b", code: "apart that"),
        SectionText(anchor: "three", heading: "3.1.1 Three"),
      ])
  }

  @Test(
    "captions, tables, claims and numbers are found; code and printed lines apart")
  func outputs() {
    let table = Table(columns: ["step", "loss"], rows: [["1", "0.5"]], caption: "Losses")
    let result = ExperimentResult(outputs: [
      .text("printed"), .chart(SampleChapter.chart), .table(table),
      .check(Check(claim: "it falls", failure: nil)),
    ])
    let sections = sections(
      "```swift experiment id=x\n//| caption: Down\nlet code = 1\n```\n\nEnd.",
      results: ["x": result])
    #expect(sections.map(\.code) == ["let code printed"])
    #expect(
      sections.map(\.text) == ["Figure 3.1 Down Table 3.1 Losses step loss 1 0.5 it falls End."])
  }

  @Test("notes, references and works are found by their words, without marks and ways back")
  func references() {
    let works = [
      BibliographyEntry(
        key: "a", type: "book",
        names: [.author: .init([.init(family: "Polyak", given: "B.")])],
        dates: [.date: .init(year: 1964)], fields: [.title: "Steps"])
    ]
    let markdown = """
      See [](#sec-a)[^1] [@a].

      [^1]: Said below.

      ## Title {#sec-a}
      """
    #expect(
      sections(markdown, bibliography: works) == [
        SectionText(text: "See Section 3.1 (Polyak 1964). Said below."),
        SectionText(anchor: "sec-a", heading: "3.1 Title"),
        SectionText(
          anchor: "_bibliography", heading: "References", text: "B. Polyak (1964). Steps."),
      ])
  }
}
