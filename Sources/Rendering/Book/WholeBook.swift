import BookModel

/// All chapters in one language, in the order of reading.
struct WholeBook: Sendable {
  let language: FrontMatter.Language
  let chapters: [RenderedChapter]
  let outline: BookOutline
  /// The places of the chapters, by the paths of their pages.
  private let places: [PagePath: Int]

  /// A book of the given chapters.
  init(language: FrontMatter.Language, chapters: [RenderedChapter], outline: BookOutline) {
    self.language = language
    self.chapters = chapters
    self.outline = outline
    places = Dictionary(
      chapters.enumerated().map { ($1.entry.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of the book itself.
  var words: InterfaceWords { InterfaceWords(language: language) }

  /// The chapter that an address on a chapter's page leads to, and the name within it; nil for
  /// addresses that lead elsewhere.
  func place(of address: String, from chapter: RenderedChapter) -> (chapter: Int, name: Substring)?
  {
    let file = address.prefix { $0 != "#" }
    guard file.utf8.count > 5, file.hasSuffix(".html"),
      let path = chapter.entry.path.file(at: file), let place = places[path]
    else { return nil }
    return (place, address[file.endIndex...].dropFirst())
  }

  /// What the search knows of the book.
  var searchIndex: SiteFile {
    let chapters = chapters.map {
      SearchIndex.Chapter(entry: $0.entry, sections: SectionText.sections(in: $0.body.markup))
    }
    let index = SearchIndex(language: language, chapters: chapters)
    return SiteFile(path: SearchIndex.name(language), bytes: Array(index.script.utf8))
  }
}
