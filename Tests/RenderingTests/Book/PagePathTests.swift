import Testing

@testable import Rendering

@Suite struct PagePathTests {
  @Test(arguments: [
    ("Chapters/en/03-sgd.md", "en/03-sgd.html"),
    ("/home/someone/Chapters/book/Chapters/zh/03-sgd.md", "zh/03-sgd.html"),
    ("./Chapters/a.markdown", "a.html"),
    ("/home/someone/notes.md", "notes.html"),
    ("notes", "notes.html"),
    ("../x/Chapters/../en/a.md", "en/a.html"),
  ])
  func aChapterLiesWhereItsFileLies(chapter: String, page: String) {
    #expect(PagePath(ofChapter: chapter).description == page)
  }

  @Test func linksAreRelativeAndEncoded() {
    let english = PagePath(ofChapter: "Chapters/en/03-sgd.md")
    #expect(english.link(to: PagePath(ofChapter: "Chapters/en/04 a#b.md")) == "04%20a%23b.html")
    #expect(
      english.link(to: PagePath(ofChapter: "Chapters/zh/03-梯.md")) == "../zh/03-%E6%A2%AF.html")
    #expect(english.link(to: .index) == "../index.html")
    #expect(PagePath.index.link(to: english) == "en/03-sgd.html")
  }

  @Test func aLinkIsDecodedToItsEnd() {
    let page = PagePath(ofChapter: "Chapters/en/03-sgd.md")
    #expect(page.file(at: "a%20b/c%2Dd%2E")?.parts == ["en", "a b", "c-d."])
    #expect(page.file(at: "100%/%4")?.parts == ["en", "100%", "%4"])
  }

  @Test func aLinkToMarkdownFindsThePage() {
    let page = PagePath(ofChapter: "Chapters/en/03-sgd.md")
    #expect(page.page(ofChapterAt: "../zh/./03-sgd.md")?.description == "zh/03-sgd.html")
    #expect(page.page(ofChapterAt: "04.md")?.description == "en/04.html")
    #expect(page.page(ofChapterAt: "../../04.md") == nil)
    #expect(page.page(ofChapterAt: "picture.png") == nil)
    #expect(page.page(ofChapterAt: "") == nil)
  }
}
