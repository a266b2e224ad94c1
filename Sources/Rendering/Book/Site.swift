import BookModel

/// A book as a site: its index, a page for each chapter, and for each language the whole book as a
/// page to print, as an electronic book and as an index for the search.
public struct Site: Sendable {
  private let outline: BookOutline

  /// The site of a book.
  /// - Parameters:
  ///   - chapters: all chapters of the book, in any order; the pages lead to each other
  ///   - runs: what running them came to, by their paths; without it, references to the figures of
  ///     other chapters do without numbers
  public init(chapters: some Sequence<Chapter>, runs: [String: ChapterRun] = [:]) {
    outline = BookOutline(chapters: chapters, runs: runs)
  }

  /// The page that lists the chapters.
  public var index: Page { IndexPage(outline: outline).page }

  /// A chapter's page.
  /// - Parameters:
  ///   - chapter: one of the book's chapters
  ///   - run: what running it came to
  public func page(of chapter: Chapter, run: ChapterRun) -> Page {
    ChapterPage(chapter: chapter, run: run, outline: outline).page
  }

  /// A chapter's page, and what `wholeBooks` needs of it.
  public func rendered(_ chapter: Chapter, run: ChapterRun) -> RenderedChapter {
    ChapterPage(chapter: chapter, run: run, outline: outline).rendered
  }

  /// What makes the files of whole books, three for each language. They do not depend on each
  /// other, so they can be made side by side.
  /// - Parameter chapters: all chapters, in any order
  public func wholeBooks(_ chapters: [RenderedChapter]) -> [@Sendable () -> SiteFile] {
    let places = Dictionary(
      outline.entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = chapters.sorted {
      places[$0.entry.path, default: 0] < places[$1.entry.path, default: 0]
    }
    return outline.languages.flatMap { language -> [@Sendable () -> SiteFile] in
      let own = sorted.filter { $0.entry.frontMatter.language == language }
      let book = WholeBook(language: language, chapters: own, outline: outline)
      return [
        { book.page }, { ElectronicBook(book).file }, { book.searchIndex },
      ]
    }
  }
}
