import BookModel

/// All pages of a book: its index, and a page for each chapter.
public struct Site: Sendable {
  private let chapters: [(chapter: Chapter, run: ChapterRun)]
  private let outline: BookOutline

  /// The site of the given chapters, in any order.
  ///
  /// - Parameters:
  ///   - chapters: the chapters that get a page.
  ///   - book: all chapters of the book, which the pages lead to; the same ones unless given.
  public init(chapters: [(chapter: Chapter, run: ChapterRun)], book: [Chapter]? = nil) {
    self.chapters = chapters
    outline = BookOutline(chapters: book ?? chapters.map(\.chapter))
  }

  /// The index, then the chapters in the order in which they were given.
  public var pages: [Page] {
    let index = IndexPage(outline: outline).page
    return [index]
      + chapters.map { ChapterPage(chapter: $0.chapter, run: $0.run, outline: outline).page }
  }
}
