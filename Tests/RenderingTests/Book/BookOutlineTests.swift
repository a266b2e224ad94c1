import BookModel
import Parsing
import Testing

@testable import Rendering

@Suite struct BookOutlineTests {
  static let chapters = [
    chapter("Chapters/zh/02-b.md", "乙", order: 2, .chinese),
    chapter("Chapters/en/extra.md", "Extra", order: nil, .english),
    chapter("Chapters/en/02-b.md", "B <2>", order: 2, .english),
    chapter("Chapters/en/01-a.md", "A", order: 1, .english),
  ]

  static func chapter(
    _ path: String, _ title: String, order: Int?, _ language: FrontMatter.Language
  ) -> Chapter {
    SampleChapter.make(
      "Text. [A](01-a.md#x)", path: path,
      frontMatter: FrontMatter(title: title, language: language, order: order))
  }

  @Test func chaptersStandByLanguageThenNumberThenPath() {
    let titles = BookOutline(chapters: Self.chapters).entries.map(\.frontMatter.title)
    #expect(titles == ["A", "B <2>", "Extra", "乙"])
  }

  @Test("pages before the first chapter come first; behind the last the reference, then lists")
  func places() {
    let texts = [
      ("a-list", "lists: terms"), ("b-reference", "reference: names"), ("c-plain", "title: Plain"),
      ("d-first", "order: 1"), ("e-front", "order: 0"),
    ]
    let chapters = texts.map { name, line in
      let text = "---\n\(line)\n---\n# \(name)\n"
      return ChapterParser.parse(Array(text.utf8), path: "Chapters/en/\(name).md").chapter
    }
    let entries = BookOutline(chapters: chapters).entries
    #expect(
      entries.map(\.path.name)
        == ["e-front.html", "d-first.html", "c-plain.html", "b-reference.html", "a-list.html"])
    #expect(entries[0].frontMatter.order == nil)
  }

  @Test func neighboursStayInTheLanguage() {
    let outline = BookOutline(chapters: Self.chapters)
    let middle = outline.neighbours(of: PagePath(ofChapter: "Chapters/en/02-b.md"))
    #expect(middle.previous?.frontMatter.title == "A")
    #expect(middle.next?.frontMatter.title == "Extra")
    let last = outline.neighbours(of: PagePath(ofChapter: "Chapters/en/extra.md"))
    #expect(last.next == nil)
    let unknown = outline.neighbours(of: PagePath(ofChapter: "x.md"))
    #expect(unknown.previous == nil && unknown.next == nil)
  }

  @Test func aPageLeadsToItsNeighboursItsTranslationAndTheIndex() {
    let site = Site(chapters: Self.chapters, book: BookDescription(title: "Slopes"))
    let page = site.page(of: Self.chapters[2], run: ChapterRun())
    #expect(page.path == "en/02-b.html")
    #expect(page.html.contains("<a rel=\"prev\" href=\"01-a.html\">"))
    #expect(page.html.contains("<a rel=\"next\" href=\"extra.html\">"))
    #expect(page.html.contains("<a href=\"../zh/02-b.html\" lang=\"zh-Hans\""))
    #expect(page.html.contains("<a class=\"home\" href=\"../index.html\">"))
    #expect(page.html.contains("<a href=\"01-a.html#x\">A</a>"))
    #expect(page.html.contains("<title>B &lt;2&gt; · Slopes</title>"))
  }

  @Test func aPageThatStandsAloneLeadsNowhere() {
    let html = ChapterPage(chapter: Self.chapters[2], run: ChapterRun()).html
    #expect(!html.contains("index.html"))
    #expect(!html.contains("rel=\"prev\""))
    #expect(html.contains("<title>B &lt;2&gt;</title>"))
  }

  @Test func theIndexListsEveryChapterUnderItsLanguage() {
    let index = Site(chapters: Self.chapters).index
    #expect(index.path == "index.html")
    #expect(
      index.html.contains("<span class=\"number\">2</span><a href=\"en/02-b.html\">B &lt;2&gt;</a>")
    )
    #expect(index.html.contains("<section class=\"edition\" lang=\"zh-Hans\""))
    #expect(index.html.contains("<a href=\"book.html\">"))
    #expect(index.html.contains("<a href=\"book-zh.epub\">"))
  }

  private static func chapters(_ numbers: [FrontMatter.Language: [Int]]) -> [Chapter] {
    numbers.flatMap { language, orders in
      orders.map { order in
        var chapter = SampleChapter.make("x", path: "Chapters/\(language.rawValue)/\(order)-a.md")
        chapter.frontMatter = FrontMatter(title: "T", language: language, order: order)
        return chapter
      }
    }
  }

  @Test func theIndexNamesTheChaptersThatAreStillMissing() {
    let index = Site(chapters: Self.chapters([.english: [1, 2, 3, 6, 8], .chinese: [3]])).index.html
    #expect(index.contains(">Chapters 4–5 and 7 are still to come.</p>"))
    #expect(index.contains(">第 1–2、4–8 章尚未完成。</p>"))
    let one = Site(chapters: Self.chapters([.english: [1, 3]])).index.html
    #expect(one.contains(">Chapter 2 is still to come.</p>"))
    for complete in [[1, 2, 3], [10, 20, 30], []] {
      let index = Site(chapters: Self.chapters([.english: complete])).index.html
      #expect(!index.contains("still to come"), "\(complete)")
    }
  }

  @Test func aTitleFromRightToLeftStandsSoWhereverItIs() {
    var chapters = Self.chapters([.english: [1, 2]])
    chapters[0].frontMatter.title = "שלום"
    let site = Site(chapters: chapters)
    #expect(site.index.html.contains(" dir=\"auto\">שלום</a>"))
    let own = site.page(of: chapters[0], run: ChapterRun()).html
    #expect(own.contains("<h1 dir=\"auto\">שלום</h1>"))
    let other = site.page(of: chapters[1], run: ChapterRun()).html
    #expect(other.contains("<span class=\"title\" dir=\"auto\">שלום</span>"))
    #expect(other.contains("<h1>T</h1>"))
  }

  @Test func aPageNamesItsTranslationAboveBesideAndBelowTheText() {
    let sections = "## A\n\na\n\n## B\n\nb\n"
    let chapters = ["en", "zh"].map { language in
      ChapterParser.parse(
        Array("---\nlang: \(language)\n---\n\(sections)".utf8), path: "Chapters/\(language)/a.md"
      ).chapter
    }
    let html = Site(chapters: chapters).page(of: chapters[0], run: ChapterRun()).html
    #expect(html.ranges(of: "<ul class=\"languages\"><li><a href=\"../zh/a.html\"").count == 3)
  }
}
