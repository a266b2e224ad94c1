import BookModel
import Charts
import Parsing

@testable import Rendering

/// Chapters and results made for one test each.
enum SampleChapter {
  /// A chapter with the given Markdown, whatever is wrong with it.
  static func make(
    _ markdown: String, path: String = "Chapters/en/03-sample.md",
    frontMatter: FrontMatter = FrontMatter(title: "Sample", order: 3)
  ) -> Chapter {
    var chapter = ChapterParser.parse(Array(markdown.utf8), path: path).chapter
    chapter.frontMatter = frontMatter
    chapter.faults = []
    return chapter
  }

  /// The page of a chapter with the given Markdown and results.
  static func html(
    _ markdown: String, results: [String: ExperimentResult] = [:],
    frontMatter: FrontMatter = FrontMatter(title: "Sample", order: 3)
  ) -> String {
    let chapter = make(markdown, frontMatter: frontMatter)
    return ChapterPage(chapter: chapter, run: ChapterRun(results: results)).html
  }

  /// What stands in the `prose` element of a page.
  static func prose(_ markdown: String, results: [String: ExperimentResult] = [:]) -> String {
    let html = html(markdown, results: results)
    let start = html.ranges(of: "<div class=\"prose\">\n").first?.upperBound ?? html.endIndex
    let end = html.ranges(of: "</div>\n</main>").last?.lowerBound ?? html.endIndex
    return String(html[start..<end])
  }

  /// The words of a chapter's sections.
  static func sections(of chapter: Chapter, results: [String: ExperimentResult] = [:])
    -> [SectionText]
  {
    ChapterBody(
      chapter: chapter, run: ChapterRun(results: results),
      words: InterfaceWords(language: .english),
      links: ChapterLinks(
        path: PagePath(ofChapter: chapter.path), outline: BookOutline(chapters: [chapter]))
    ).texts
  }

  /// A curve that falls.
  static let chart = Chart(
    title: "Down it goes", x: Axis(label: "epoch"), y: Axis(label: "loss", scale: .log),
    marks: [.line(LineMark(x: [0, 1, 2], y: [10, 1, 0.1]))])
}
