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

  /// The place of a chapter in the book by the path of its page; nil for one of another book.
  func index(of page: PagePath) -> Int? { places[page] }

  /// The words of the book itself.
  var words: InterfaceWords { InterfaceWords(language: language, description: outline.book) }

  /// The chapter that an address on a chapter's page leads to, and the name within it; nil for
  /// addresses that lead elsewhere.
  func place(of address: String, from page: PagePath) -> (chapter: Int, name: Substring)? {
    let file = address.prefix { $0 != "#" }
    if file.isEmpty { return places[page].map { ($0, address.dropFirst()) } }
    guard file.utf8.count > 5, file.hasSuffix(".html"), let path = page.file(at: file),
      let place = places[path]
    else { return nil }
    return (place, address[file.endIndex...].dropFirst())
  }
}
