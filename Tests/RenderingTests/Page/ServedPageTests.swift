import BookModel
import Testing

@testable import Rendering

/// The pages that a server shows are the site's, with the editing layer.
@Suite struct ServedPageTests {
  private static let chapter = SampleChapter.make(
    "```swift setup\nlet a = 1\n```\n\n```swift experiment id=one\nshow(a)\n```\n")
  private static let run = ChapterRun(
    results: ["one": ExperimentResult(outputs: [.text("printed\n"), .chart(SampleChapter.chart)])])

  private func site(_ version: Int?) -> Site {
    Site(
      chapters: [Self.chapter], runs: [Self.chapter.path: Self.run], servedVersion: version)
  }

  @Test("A page of a site knows nothing of a server")
  func file() {
    for html in [site(nil).page(of: Self.chapter, run: Self.run).html, site(nil).index.html] {
      #expect(!html.contains(PageScript.editing.source) && !html.contains("connect-src"))
      #expect(!html.contains("data-version") && !html.contains(Stylesheet.editing))
    }
  }

  @Test("A served page may speak to its server alone, and has the same text")
  func served() throws {
    let html = site(7).page(of: Self.chapter, run: Self.run).html
    for html in [html, site(7).index.html] {
      #expect(html.contains(" connect-src 'self';") && html.contains(Stylesheet.editing))
      #expect(html.contains("'sha256-\(PageScript.editing.fingerprint)'"))
      #expect(html.contains("data-version=\"7\""))
    }
    let file = site(nil).page(of: Self.chapter, run: Self.run).html
    let (start, end) = ("<main id=\"_text\">", "</main>")
    func text(_ html: String) -> Substring? {
      guard let from = html.firstRange(of: start), let to = html.firstRange(of: end) else {
        return nil
      }
      return html[from.lowerBound..<to.lowerBound]
    }
    #expect(try #require(text(html)) == text(file))
  }

  @Test("Single blocks are those of the page")
  func blocks() throws {
    let html = site(7).page(of: Self.chapter, run: Self.run).html
    let blocks = site(7).blocks(["one", "_block-1", "none"], of: Self.chapter, run: Self.run)
    #expect(Set(blocks.keys) == ["one", "_block-1"])
    for block in blocks.values { #expect(html.contains(block)) }
    #expect(try #require(blocks["one"]).contains("printed"))
  }
}
