import BookModel

/// All chapters in one language, in the order of reading.
struct WholeBook: Sendable {
  let language: FrontMatter.Language
  /// The chapters.
  let entries: [BookOutline.Entry]
  let outline: BookOutline
  /// The places of the chapters, by the paths of their pages.
  private let places: [PagePath: Int]

  /// The book in one of the languages of an outline.
  init(language: FrontMatter.Language, outline: BookOutline) {
    self.language = language
    self.outline = outline
    let entries = outline.entries(in: language)
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of the book itself.
  var words: InterfaceWords { InterfaceWords(language: language) }

  /// The chapter that an address on a chapter's page leads to, and the name within it; nil for
  /// addresses that lead elsewhere.
  func place(of address: String, from page: PagePath) -> (chapter: Int, name: Substring)? {
    let file = address.prefix { $0 != "#" }
    guard file.utf8.count > 5, file.hasSuffix(".html"), let path = page.file(at: file),
      let place = places[path]
    else { return nil }
    return (place, address[file.endIndex...].dropFirst())
  }

  /// A chapter's part of the book.
  /// - Parameters:
  ///   - page: where the chapter's page lies; it must be one of the book's
  ///   - body: the chapter's text
  ///   - scripts: the scripts that the text has a use for
  func part(of page: PagePath, _ body: ChapterBody, scripts: [PageScript]) -> BookPart {
    let index = places[page] ?? 0
    return BookPart(
      sections: body.sections, scripts: scripts.map(\.fingerprint),
      printed: Array(printed(index, body.html).markup.utf8),
      electronic: ElectronicBook(book: self).text(index, body.html),
      searched: SearchIndex.part(entries[index], body.texts))
  }

  /// The files that hold the book as a whole; they do not depend on each other.
  /// - Parameter parts: the parts of all its chapters, in their order
  func files(_ parts: [BookPart]) -> [@Sendable () -> SiteFile] {
    [
      { page(parts) }, { ElectronicBook(book: self).file(parts) },
      { SearchIndex(language: language).file(parts) },
    ]
  }
}
