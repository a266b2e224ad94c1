import BookModel
import Testing
import Transcript

@testable import Rendering

@Suite struct LiveValueTests {
  @Test("A value that can change is among the words of a heading, and of those for a picture")
  func words() {
    let chapter = SampleChapter.make(
      """
      ## It ends at `=a.loss`

      ![the loss `=a.loss`](https://example.org/a.png)

      ## Later

      ```swift experiment id=a
      publish("loss", 0.25)
      ```
      """)
    let loss = PublishedValue(name: "loss", content: .number(0.25))
    let run = ChapterRun(results: ["a": ExperimentResult(outputs: [.value(loss)])])
    let live = LiveChapter(module: .embedded(base64: ""), experiments: ["a": 0], refusals: [:])
    let page = ChapterPage(chapter: chapter, run: run, live: live).html
    #expect(page.contains("<span data-value=\"a.loss\">0.25</span>"))
    #expect(page.contains("<a href=\"https://example.org/a.png\">the loss 0.25</a>"))
    #expect(page.contains(">It ends at 0.25</a>"))
  }
}
