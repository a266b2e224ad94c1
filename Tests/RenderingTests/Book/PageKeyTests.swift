import BookModel
import Testing

@testable import Rendering

@Suite struct PageKeyTests {
  /// A chapter that refers to a place in another, which stands two chapters away.
  private static func chapters(
    text: String = "See [](04-d.md#far).", last: String = "## Far {#far}", title: String = "Last",
    between: String = "Between"
  ) -> [Chapter] {
    func chapter(_ name: String, _ title: String, _ order: Int, _ text: String) -> Chapter {
      SampleChapter.make(
        text, path: "Chapters/en/\(name).md", frontMatter: FrontMatter(title: title, order: order))
    }
    var first = chapter("01-a", "First", 1, text)
    let place = SourceRange(file: first.path, line: 1, column: 5)
    first.prose.references = [Reference(chapter: "04-d.md", label: "far", range: place)]
    var end = chapter("04-d", title, 4, last)
    end.prose.labels = [Label(id: "far", kind: .section(level: 2), title: last, range: place)]
    return [first, chapter("02-b", between, 2, "Text."), chapter("03-c", "C", 3, "Text."), end]
  }

  private static func key(
    _ chapters: [Chapter], run: ChapterRun = ChapterRun(), program: String = "1",
    change: (inout Chapter) -> Void = { _ in }
  ) -> String {
    var first = chapters[0]
    change(&first)
    return Site(chapters: [first] + chapters.dropFirst()).key(of: first, run: run, program: program)
  }

  @Test("Whatever can change a page changes its key")
  func changes() {
    let place = SourceRange(file: "a", line: 1, column: 1)
    let text = ChapterRun(results: ["x": ExperimentResult(outputs: [.text("1\n")])])
    let keys = [
      Self.key(Self.chapters()),
      Self.key(Self.chapters(text: "See.")),
      Self.key(Self.chapters(last: "## Farther {#far}")),
      Self.key(Self.chapters(title: "The last")),
      Self.key(Self.chapters(between: "Another")),
      Self.key(Array(Self.chapters().dropLast())),
      Self.key(Self.chapters(), program: "2"),
      Self.key(Self.chapters(), run: text),
      Self.key(
        Self.chapters(),
        run: ChapterRun(results: [
          "x": ExperimentResult(outputs: [.text("1\n")], standardError: "noise")
        ])),
      Self.key(
        Self.chapters(),
        run: ChapterRun(results: ["x": ExperimentResult(outputs: [.chart(SampleChapter.chart)])])),
      Self.key(
        Self.chapters(), run: ChapterRun(diagnostics: [Diagnostic(.warning, at: place, "odd")])),
      Self.key(Self.chapters()) { $0.faults = [Diagnostic(at: place, "wrong")] },
      Self.key(Self.chapters()) { $0.faults = [Diagnostic(at: place, "wrong", hint: "mend it")] },
      Self.key(Self.chapters()) { chapter in
        chapter.prose.images = [
          EmbeddedImage(
            address: "a.png", range: place, content: .init(mediaType: "image/png", bytes: [1]))
        ]
      },
      Self.key(Self.chapters()) { chapter in
        chapter.prose.bibliography = [
          BibliographyEntry(key: "k", type: "book", dates: [.date: .init(year: 1951)])
        ]
      },
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test("What other chapters say does not")
  func others() {
    var chapters = Self.chapters()
    chapters[2].text = "Quite another text."
    chapters[3].text = "Another text.\n\n## Far {#far}"
    #expect(Self.key(chapters) == Self.key(Self.chapters()))
  }
}
