import BookModel
import Foundation
import Testing

@testable import Rendering

/// A small page, compared with the file in `Snapshots` to the byte. `GRADBOOK_RECORD=1` writes the
/// file anew.
@Suite struct SnapshotTests {
  static let markdown = """
    # Sample

    A *short* chapter with `code` and a [link](https://example.org/?a=1&b=2).

    ## Data

    ```swift setup
    let rate = 0.1  // small
    ```

    ## Steps

    > Quoted.

    ```swift experiment id=steps
    print("loss \\(rate)")
    ```

    ## Exercise: larger steps

    1. Try `1`.

    ### Solution

    It diverges.
    """

  static var html: String {
    let chapter = SampleChapter.make(
      markdown,
      frontMatter: FrontMatter(title: "Sample", order: 3, summary: "What a page is made of."))
    let failure = Diagnostic(at: SourceRange(file: "a.md", line: 18, column: 7), "loss is nan")
    let result = ExperimentResult(
      outputs: [.text("loss 0.1\n"), .chart(SampleChapter.chart)], failure: failure)
    let outline = BookOutline(chapters: [
      chapter,
      SampleChapter.make(
        "", path: "Chapters/zh/03-sample.md",
        frontMatter: FrontMatter(title: "样例", language: .chinese, order: 3)),
    ])
    return ChapterPage(
      chapter: chapter, run: ChapterRun(results: ["steps": result]), outline: outline
    ).html
  }

  /// The page without its stylesheet, scripts and drawings, which have tests of their own.
  static var shortened: String {
    var html = Self.html
    for (start, end) in [
      ("<style>", "</style>"), ("<div class=\"chart-pair\">", "</div>"), ("<script>", "</script>"),
      ("'sha256-", "'"),
    ] {
      var place = html.startIndex
      while let from = html.range(of: start, range: place..<html.endIndex),
        let to = html.range(of: end, range: from.upperBound..<html.endIndex)
      {
        html.replaceSubrange(from.upperBound..<to.lowerBound, with: "…")
        place =
          html.range(of: end, range: from.upperBound..<html.endIndex)?.upperBound ?? html.endIndex
      }
    }
    return html
  }

  @Test func aSmallPageLooksAsRecorded() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots/sample.html")
    if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1" {
      try Self.shortened.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try Data(contentsOf: file) == Data(Self.shortened.utf8))
  }

  @Test func theSamePageComesOutTwice() {
    #expect(Array(Self.html.utf8) == Array(Self.html.utf8))
    #expect(!Self.html.contains("Chapters/"))
  }
}
