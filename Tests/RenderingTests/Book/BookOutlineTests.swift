import BookModel
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
}
