import BookModel

/// A book as a site: its index, and a page for each chapter. The pages are made one at a time, so
/// that they need not all be held at once.
public struct Site: Sendable {
  private let outline: BookOutline

  /// The site of a book.
  /// - Parameter chapters: all chapters of the book, in any order; the pages lead to each other
  public init(chapters: some Sequence<Chapter>) { outline = BookOutline(chapters: chapters) }

  /// The page that lists the chapters.
  public var index: Page { IndexPage(outline: outline).page }

  /// A chapter's page.
  /// - Parameters:
  ///   - chapter: one of the book's chapters
  ///   - run: what running it came to
  public func page(of chapter: Chapter, run: ChapterRun) -> Page {
    ChapterPage(chapter: chapter, run: run, outline: outline).page
  }
}
