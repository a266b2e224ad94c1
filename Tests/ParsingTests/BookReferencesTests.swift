import BookModel
import Parsing
import Testing

/// Links from chapter to chapter.
@Suite struct BookReferencesTests {
  private func chapter(_ path: String, _ text: String = "# A chapter\n") -> Chapter {
    ChapterParser.parse(Array(text.utf8), path: path).chapter
  }

  @Test(
    "A link to a chapter that is missing gets the address of the one with the nearest name",
    arguments: [
      ("04-nose.md", "did you mean '04-noise.md'?"),
      ("05-schedules.md", "did you mean '../zh/05-schedules.md'?"),
      ("../zh/06-momentun.md", "did you mean '06-momentum.md'?"),
      ("99-everything.md", "check the path"),
    ])
  func nearest(address: String, hint: String) {
    var chapters = [
      chapter("Chapters/en/01-first.md", "# First\n\nSee [there](\(address)).\n"),
      chapter("Chapters/en/04-noise.md"), chapter("Chapters/zh/04-noise.md"),
      chapter("Chapters/en/06-momentum.md"), chapter("Chapters/zh/05-schedules.md"),
    ]
    let findings = BookReferences.check(&chapters)
    #expect(findings.map(\.message) == ["there is no chapter '\(address)' in the book"])
    #expect(findings.map(\.hint) == [hint])
  }
}
