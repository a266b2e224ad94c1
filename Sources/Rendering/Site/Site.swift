import BookModel

/// A book as a site: its index, a page for each chapter, and for each language the whole book as a
/// page to print, as an electronic book and as an index for the search.
public struct Site: Sendable {
  private let outline: BookOutline
  private let books: [FrontMatter.Language: WholeBook]

  /// The site of a book.
  /// - Parameters:
  ///   - chapters: all chapters of the book, in any order; the pages lead to each other
  ///   - book: what the book is called
  ///   - runs: what running them came to, by their paths; without it, references to the figures of
  ///     other chapters do without numbers
  ///   - names: the names that the book documents, to which its code links
  ///   - servedVersion: the version of the book that a server shows; nil for a site of files
  public init(
    chapters: some Sequence<Chapter>, book: BookDescription = BookDescription(),
    runs: [String: ChapterRun] = [:], names: ReferenceNames = ReferenceNames(),
    servedVersion: Int? = nil
  ) {
    let outline = BookOutline(
      chapters: chapters, book: book, runs: runs, names: names, servedVersion: servedVersion)
    self.outline = outline
    books = Dictionary(
      uniqueKeysWithValues: outline.languages.map {
        ($0, WholeBook(language: $0, outline: outline))
      })
  }

  /// The page that lists the chapters.
  public var index: Page { IndexPage(outline: outline).page }

  /// The script that pages with live experiments load; the drawing of outputs belongs beside it, as
  /// `drawing.js`.
  public static var liveScript: SiteFile { LiveScript.file }

  /// The path of the page that lists the chapters.
  public static let indexPath = PagePath.index.description

  /// The paths of the files that hold the whole books in some languages.
  public static func wholeBookPaths(in languages: Set<FrontMatter.Language>) -> [String] {
    languages.flatMap { language in
      [
        PagePath.book(language).description, PagePath.electronicBook(language).description,
        PagePath.searchIndex(language).description,
      ]
    }
  }

  /// A chapter's page.
  /// - Parameters:
  ///   - chapter: one of the book's chapters
  ///   - run: what running it came to
  public func page(of chapter: Chapter, run: ChapterRun) -> Page {
    ChapterPage(chapter: chapter, run: run, outline: outline).page
  }

  /// Some blocks as their chapter's page shows them, by the names by which links find them.
  /// - Parameters:
  ///   - anchors: the names
  ///   - chapter: one of the book's chapters, perhaps with changes
  ///   - run: what running it came to
  public func blocks(
    _ anchors: Set<String>, of chapter: Chapter, run: ChapterRun
  ) -> [String: String] {
    ChapterPage(chapter: chapter, run: run, outline: outline).blocks(anchors)
  }

  /// A chapter's page, and what `wholeBooks` needs of it; nil for a chapter that is not one of the
  /// book's.
  /// - Parameter live: what the page needs to run its experiments itself; nil for a page that does not
  public func rendered(
    _ chapter: Chapter, run: ChapterRun, live: LiveChapter? = nil
  ) -> RenderedChapter? {
    guard let book = books[chapter.frontMatter.language],
      let index = book.index(of: PagePath(ofChapter: chapter.path))
    else { return nil }
    return ChapterPage(chapter: chapter, run: run, outline: outline, live: live)
      .rendered(index, of: book)
  }

  /// A name for all that a chapter's page and its part of the whole books depend on: as long as it is
  /// the same, they are.
  /// - Parameters:
  ///   - chapter: one of the book's chapters
  ///   - run: what running it came to
  ///   - program: tells apart the programs that make pages
  ///   - live: what the page needs to run its experiments itself, if it does
  public func key(
    of chapter: Chapter, run: ChapterRun, live: LiveChapter? = nil, program: String
  ) -> String {
    PageKey(chapter, run, outline, live, program: program).name
  }

  /// Returns functions that make the files of whole books, three for each language. They are
  /// independent of each other, so they can run in parallel.
  /// - Parameter parts: the parts of all chapters, by the paths of their pages
  public func wholeBooks(_ parts: [PagePath: BookPart]) -> [@Sendable () -> SiteFile] {
    outline.languages.flatMap { language in
      books[language].map { files(of: $0, $0.entries.compactMap { parts[$0.path] }) } ?? []
    }
  }

  /// Returns warnings about whole books that are too large for one page.
  /// - Parameter parts: the parts of all chapters, by the paths of their pages
  public func excess(_ parts: [PagePath: BookPart]) -> [Diagnostic] {
    outline.languages.compactMap { language in
      books[language].flatMap { book in
        PrintedBook(book: book).excess(book.entries.compactMap { parts[$0.path] })
      }
    }
  }

  private func files(of book: WholeBook, _ parts: [BookPart]) -> [@Sendable () -> SiteFile] {
    [
      { PrintedBook(book: book).file(parts) }, { ElectronicBook(book: book).file(parts) },
      { SearchIndex(language: book.language).file(parts) },
    ]
  }
}
