import BookModel
import Testing

@testable import Rendering

@Suite struct PageLimitTests {
  @Test("Outputs beyond what a page may hold are left out at their block, and said")
  func outputs() {
    let chapter = SampleChapter.make(
      "```swift experiment id=x\n```\n\n```swift experiment id=y\n```\n\n```swift experiment id=z\n```"
    )
    func result(_ characters: Int) -> ExperimentResult {
      ExperimentResult(outputs: [.text(String(repeating: "\u{1}", count: characters))])
    }
    let run = ChapterRun(results: [
      "x": result(350_000), "y": result(270_000), "z": result(100),
    ])
    let (html, faults) = ChapterPage(chapter: chapter, run: run).htmlAndFaults
    #expect(
      faults.map(\.description).map { $0.split(separator: "\n")[0] } == [
        "Chapters/en/03-sample.md:4:1: error: with this block's outputs the page has 21 MB; it has at most 20 MB"
      ])
    #expect(html.utf8.count < PageLimit.maximumSize)
    #expect(html.utf8.count > 10_000_000)
    #expect(html.contains("with this block&#39;s outputs the page has 21 MB"))
  }

  @Test("A text that is too large is left out whole, and said in its place")
  func text() {
    let text = String(repeating: String(repeating: "&", count: 99) + "\n", count: 41_000)
    let chapter = SampleChapter.make(text)
    let (html, faults) = ChapterPage(chapter: chapter, run: ChapterRun()).htmlAndFaults
    #expect(
      faults.map(\.message) == ["the text is left out: the page has 20 MB; it has at most 20 MB"])
    #expect(html.utf8.count < 100_000)
    #expect(html.contains("the text is left out"))
  }
}
