import BookModel
import Foundation
import OutputViews
import Parsing
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Errors on the page")
struct FaultPlacementTests {
  /// The broken chapters that the parser is tested with.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ParsingTests/Fixtures/bad")

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
  }

  private func parse(_ markdown: String) -> Chapter {
    ChapterParser.parse(Array(markdown.utf8), path: "a.md").chapter
  }

  private func fragment(_ chapter: Chapter, run: ChapterRun = ChapterRun()) -> String {
    ChapterPage(chapter: chapter, run: run).fragment
  }

  /// The fragment of a chapter with the given text, each error as `[line]`.
  private func outline(_ markdown: String) -> String {
    let html = fragment(parse(markdown))
    let parts = html.components(
      separatedBy: "<div class=\"failure\">\n<p><span class=\"place\">Error at line ")
    return parts.dropFirst().reduce(into: parts[0]) { text, part in
      text += "[\(part.prefix { $0 != "," })]"
      text += part.components(separatedBy: "</div>\n").dropFirst().joined(separator: "</div>\n")
    }
  }

  @Test("every error of every broken chapter is shown once, in XML", arguments: try names())
  func fixtures(name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: name))
    let chapter = ChapterParser.parse(Array(bytes), path: name).chapter
    let html = fragment(chapter)
    let words = InterfaceWords(language: chapter.frontMatter.language)
    for fault in chapter.faults {
      let view = FailureView(words: words.outputs, diagnostic: fault).html.markup
      #expect(html.ranges(of: view).count == 1, "\(fault)")
    }
    #expect(html.ranges(of: "<div class=\"failure\">").count == chapter.faults.count)
    #expect(XMLParser(data: Data("<div>\(html)</div>".utf8)).parse())
  }

  @Test("an error stands below the block of the text that it is in")
  func places() {
    #expect(
      outline("One $`\\x`$.\n\nTwo.")
        == "<p>One <code class=\"missing\">\\x</code>.</p>\n[1]<p>Two.</p>\n")
    #expect(
      outline("- a\n- b\n  $`\\x`$\n- d").contains(
        "<li>b\n<code class=\"missing\">\\x</code>\n[3]</li>\n<li>d</li>"))
    #expect(
      outline("> a $\\x$\n\nc").contains(
        "<p>a <code class=\"missing\">\\x</code></p>\n[1]</blockquote>\n<p>c</p>"))
    #expect(outline("# A\n\n## B $`{`$\n\nC").contains("</h2>\n[3]<p>C</p>"))
    #expect(
      outline("~~~text\nnever closed").hasSuffix(
        "never closed\n</span></code></pre></div>\n</div>\n[1]"))
  }

  @Test("an error in a table stands below it, and does not part it from its caption")
  func table() {
    let html = outline("| a | b |\n| - | - |\n| 1 | $\\x$ |\n\n: Rates {#tbl-a}\n\nText.")
    #expect(html.contains("Rates</caption>"))
    #expect(html.contains("\\x</code></td>"))
    #expect(html.hasSuffix("</table></div>\n[3]<p>Text.</p>\n"))
  }

  @Test("an error in the front matter, or in another file, stands above the text")
  func top() {
    #expect(outline("---\norder: x\n---\nText.") == "[2]<p>Text.</p>\n")
    var chapter = parse("Text.")
    let place = SourceRange(file: "/somewhere/references.bib", line: 3, column: 9)
    chapter.faults = [Diagnostic(at: nil, "first"), Diagnostic(at: place, "no author")]
    let html = fragment(chapter)
    #expect(html.contains(">Error:</span> <span class=\"message\">first<"))
    #expect(html.contains(">Error:</span> <span class=\"message\">references.bib:3:9: no author<"))
    #expect(html.hasSuffix("</div>\n<p>Text.</p>\n"))
  }

  @Test("an error in a block stands below its code, once, whether the block was to run or not")
  func blocks() throws {
    let chapter = parse(
      "```swift experiment id=a hiden\n1\n```\n\n```swift experiment\n2\n```\n\n```swift fold=1\n3\n```"
    )
    let problem = try #require(chapter.blocks[0].problem)
    let run = ChapterRun(
      results: ["a": ExperimentResult(outputs: [], failure: problem)], diagnostics: [problem])
    for html in [fragment(chapter), fragment(chapter, run: run)] {
      #expect(html.ranges(of: "<div class=\"failure\">").count == 3)
      let lines = ["1<", "line 1,", "2<", "line 5,", "3<", "line 9,"]
      let places = lines.map { html.ranges(of: $0).first?.lowerBound }
      #expect(!places.contains(nil))
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }
  }

  @Test("a value that an experiment does not publish is an error below its paragraph")
  func run() {
    let chapter = parse("```swift experiment id=a\n1\n```\n\nIt is `=a.b`.\n\nText.")
    let missing = Diagnostic(
      at: SourceRange(file: "a.md", line: 5, column: 8), "the experiment publishes no 'b'")
    let html = fragment(
      chapter,
      run: ChapterRun(results: ["a": ExperimentResult(outputs: [])], diagnostics: [missing]))
    let parts = html.split(separator: "<p>It is ").last?.split(separator: "<p>Text.").first ?? ""
    #expect(parts.contains("[no value: a.b]"))
    #expect(parts.contains("Error at line 5, column 8:"))
  }

  @Test("what is referred to in vain stays readable, and leads nowhere")
  func references() {
    var chapter = parse("See [](#far), [the *rate*](#rate), [](02-b.md#x).")
    let html = fragment(chapter)
    #expect(html.contains("<span class=\"missing\">#far</span>"))
    #expect(html.contains("<span class=\"missing\">the <em>rate</em></span>"))
    #expect(html.contains("<a href=\"02-b.md#x\">x</a>"))
    chapter.prose.references[2].isBroken = true
    #expect(fragment(chapter).contains("<span class=\"missing\">02-b.md#x</span>"))
    #expect(!fragment(chapter).contains("href"))
  }

  @Test("a footnote that is given twice loses neither text")
  func footnotes() {
    let html = fragment(parse("Text.[^a]\n\n[^a]: The first.\n\n[^a]: The second."))
    #expect(html.contains("The first.") && html.contains("<p>[^a]: The second.</p>"))
  }

  @Test("a text that is not Markdown is shown as it stands below its error")
  func plainText() {
    let html = fragment(parse("# A <b>\n\nB\0C\n"))
    #expect(html.hasPrefix("<div class=\"failure\">"))
    #expect(html.contains("# A &lt;b&gt;"))
    #expect(html.contains("B<span class=\"unseen\">U+0000</span>C"))
  }

  @Test("a page shows a thousand errors, and says how many more there are")
  func many() {
    let html = fragment(parse(String(repeating: "$`\\x`$\n\n", count: 1003)))
    #expect(html.ranges(of: "<div class=\"failure\">").count == 1000)
    #expect(html.hasSuffix("<p class=\"missing\">3 more errors; the build names them.</p>\n"))
  }

  @Test("the search knows the words of a chapter with errors, and not its errors")
  func search() {
    let sections = SampleChapter.sections(of: parse("Noise $`\\x`$.\n\nMore."))
    #expect(sections.map(\.text) == ["Noise \\x. More."])
  }
}
