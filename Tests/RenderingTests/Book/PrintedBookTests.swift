import BookModel
import Markup
import Testing

@testable import Rendering

@Suite struct PrintedBookTests {
  private let chapters = (1...3).map { (number: Int) in
    SampleChapter.make(
      "Text", path: "Chapters/en/0\(number).md",
      frontMatter: FrontMatter(title: "Chapter \(number)", order: number))
  }
  private var book: PrintedBook {
    PrintedBook(
      book: WholeBook(language: .english, outline: BookOutline(chapters: chapters)))
  }

  private func part(_ size: Int) -> BookPart {
    BookPart(
      sections: [], scripts: [], printed: [UInt8](repeating: UInt8(ascii: "x"), count: size),
      electronic: .init(
        content: ZipArchive.Content([]), digest: [], hasFormulas: false, hasDrawings: false),
      searched: [])
  }

  @Test("Chapters beyond what the page of the whole book may hold are links to their own pages")
  func excess() {
    let parts = [part(11_000_000), part(10_000_000), part(100)]
    let page = String(decoding: book.file(parts).bytes, as: UTF8.self)
    #expect(page.utf8.count < 12_000_000)
    #expect(!page.contains("<p><a href=\"en/01.html\">"))
    for number in 2...3 {
      #expect(page.contains("<div class=\"chapter\" id=\"c\(number)\">"))
      #expect(page.contains("<p><a href=\"en/0\(number).html\">This chapter has a page of its own"))
    }
    #expect(
      book.excess(parts)?.message
        == "the page with the whole book would have 21 MB; it has at most 20 MB, and only links to "
        + "the last 2 of 3 chapters")
  }

  @Test("A book that fits on one page is there with all its chapters")
  func all() {
    let parts = [part(10_000_000), part(9_000_000), part(100)]
    #expect(book.file(parts).bytes.count > 19_000_000)
    #expect(book.excess(parts) == nil)
  }

  @Test("What leads to its own page leads to the chapter in the book")
  func ownPage() {
    let body: HTML = """
      <a href="\(address: "#")"></a><a href="\(address: "")"></a><a href="\(address: "#_sum")"></a>\
      <a href="\(address: "03.html#b")"></a>
      """
    let part = String(decoding: book.part(1, body, isLive: false), as: UTF8.self)
    let addresses = part.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(addresses.suffix(4) == ["#c2", "#c2", "#c2__sum", "#c3_b"])
  }
}
