import BookModel
import Testing

@testable import Rendering

@Suite struct PageFrameTests {
  @Test func theFingerprintInThePageIsThatOfItsScript() {
    #expect(CopyScript.fingerprint == Fingerprint.base64(of: Array(CopyScript.source.utf8)))
    let html = SampleChapter.html("```swift\nlet a = 1\n```")
    #expect(html.contains("script-src 'sha256-\(CopyScript.fingerprint)'"))
    #expect(html.contains("<script>\(CopyScript.source)</script>"))
  }

  @Test func aPageWithoutCodeHasNoScript() {
    #expect(!SampleChapter.html("Text").contains("script"))
  }

  @Test func theLanguageOfTheChapterIsThatOfThePage() {
    let html = SampleChapter.html(
      "甲", frontMatter: FrontMatter(title: "题", language: .chinese, order: 3))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n"))
    #expect(html.contains(">第 3 章<"))
    #expect(!html.contains("Skip to the text"))
  }

  @Test func everyMarkupIsBalanced() throws {
    let html = SampleChapter.html(
      "- a\n\n  ```swift experiment id=x fold\n  let a = 1\n  ```\n\n## Exercise\n\n### Solution\n\nb",
      results: ["x": ExperimentResult(outputs: [.text("a"), .chart(SampleChapter.chart)])])
    for name in [
      "div", "details", "summary", "figure", "pre", "span", "a", "ul", "li", "main", "p",
    ] {
      let opened = html.ranges(of: "<\(name)>").count + html.ranges(of: "<\(name) ").count
      #expect(opened == html.ranges(of: "</\(name)>").count, "\(name)")
    }
  }
}
