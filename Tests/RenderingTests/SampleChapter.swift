import BookModel
import Charts
import Markdown

@testable import Rendering

/// Chapters and results made for one test each.
enum SampleChapter {
  /// A chapter with the given Markdown. Fences are found by their lines alone.
  static func make(
    _ markdown: String, path: String = "Chapters/en/03-sample.md",
    frontMatter: FrontMatter = FrontMatter(title: "Sample", order: 3)
  ) -> Chapter {
    var blocks: [Block] = []
    var open: (line: Int, indentation: Int, info: [Substring], code: [Substring])?
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let content = line.drop { $0 == " " || $0 == ">" }
      if let fence = open {
        if content == "```" {
          blocks.append(block(fence.info, fence.code, line: fence.line, after: blocks, path: path))
          open = nil
        } else {
          open?.code.append(line.dropFirst(fence.indentation))
        }
      } else if content.hasPrefix("```swift") {
        open = (
          index + 1, line.count - content.count, content.dropFirst(3).split(separator: " "), []
        )
      }
    }
    return Chapter(
      path: path, text: markdown, frontMatter: frontMatter, bodyLine: 1,
      tree: MarkdownTree(markdown), blocks: blocks)
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

  /// A curve that falls.
  static let chart = Chart(
    title: "Down it goes", x: Axis(label: "epoch"), y: Axis(label: "loss", scale: .log),
    marks: [.line(LineMark(x: [0, 1, 2], y: [10, 1, 0.1]))])

  private static func block(
    _ info: [Substring], _ code: [Substring], line: Int, after blocks: [Block], path: String
  ) -> Block {
    var options = BlockOptions()
    options.fold = info.contains("fold")
    options.hide = info.contains("hide")
    options.norun = info.contains("norun")
    var role = Block.Role.listing
    if info.contains("setup") { role = .setup }
    if let id = info.first(where: { $0.hasPrefix("id=") }) {
      role = .experiment(id: String(id.dropFirst(3)))
    }
    let runs = role != .listing && !options.norun
    let number = 1 + blocks.count { $0.number != nil }
    return Block(
      role: role, options: options, code: code.map { $0 + "\n" }.joined(),
      fence: SourceRange(file: path, line: line, column: 1),
      codeStart: SourcePosition(line: line + 1, column: 1), number: runs ? number : nil)
  }
}
