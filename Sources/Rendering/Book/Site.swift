import BookModel

/// All pages of a book: its index, and a page for each chapter.
public struct Site: Sendable {
  private let chapters: [(chapter: Chapter, run: ChapterRun)]
  private let outline: BookOutline

  /// The site of the given chapters, in any order.
  public init(chapters: [(chapter: Chapter, run: ChapterRun)]) {
    self.chapters = chapters
    outline = BookOutline(chapters: chapters.map(\.chapter))
  }

  /// The index, then the chapters in the order in which they were given.
  public var pages: [Page] {
    let index = IndexPage(outline: outline).page
    return [index]
      + chapters.map { ChapterPage(chapter: $0.chapter, run: $0.run, outline: outline).page }
  }
}
