import BookModel
import Testing

@testable import Rendering

@Suite struct PageFrameTests {
  @Test func theFingerprintInThePageIsThatOfItsScript() {
    let html = SampleChapter.html("```swift\nlet a = 1\n```")
    #expect(html.contains("script-src 'sha256-\(PageScript.copy.fingerprint)';"))
    #expect(html.contains("<script>\(PageScript.copy.source)</script>"))
  }

  @Test func severalScriptsHaveAFingerprintAndTheirWordsEach() {
    let other = PageScript("console.log(words.other);") { _ in ["copy": "no", "other": "<b>"] }
    let frame = PageFrame(
      words: InterfaceWords(language: .english), title: "T", description: nil,
      scripts: [.copy, other], data: [("root", "../")])
    let html = frame.page("<main id=\"_text\"></main>").markup
    #expect(
      html.contains(
        "script-src 'sha256-\(PageScript.copy.fingerprint)' 'sha256-\(other.fingerprint)';"))
    #expect(html.contains("data-copied=\"Copied\" data-other=\"&lt;b&gt;\" data-root=\"../\""))
    #expect(html.contains("data-copy=\"Copy\"") && !html.contains("data-copy=\"no\""))
  }

  /// Computed with `openssl dgst -sha256 -binary | base64`.
  @Test func aScriptsFingerprintIsItsSHA256() {
    #expect(PageScript("").fingerprint == "/LWKrIHGnPxVSomRDd8zNFIIKTntDwvANuMZZ9ubcI8=")
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
