import BookModel
import Testing

@testable import Parsing

/// Chapters that have the number of another one.
@Suite struct NumberCheckTests {
  @Test("Two chapters of one language with one number get a warning, translations do not")
  func numbers() {
    let chapters = [
      ("en/01-a.md", "order: 1\n"), ("en/02-b.md", "order: 1\n"),
      ("zh/01-a.md", "lang: zh\norder: 1\n"),
      ("en/03-c.md", ""), ("en/notes.md", ""), ("en/other.md", ""),
    ].map { name, matter in
      ChapterParser.parse(
        Array("---\ntitle: A\n\(matter)---\n# A\n".utf8), path: "Chapters/\(name)"
      ).chapter
    }
    #expect(
      NumberCheck.findings(in: chapters.reversed()).map(\.description) == [
        """
        Chapters/en/02-b.md:1:1: warning: the chapter's number 1 is that of 'Chapters/en/01-a.md' too
        Chapters/en/01-a.md:1:1: note: the other is here
          hint: write another 'order' in the front matter of one of them
        """
      ])
  }
}
