import BookModel

/// The page that a reader opens first: what the book is, and its chapters in every language.
public struct IndexPage: Sendable {
  private let outline: BookOutline
  private let words = InterfaceWords(language: .english)

  /// The index of a book.
  public init(outline: BookOutline) { self.outline = outline }

  /// The file `index.html`.
  public var page: Page { Page(path: PagePath.index.description, html: html.markup) }

  private var html: HTML {
    let languages = FrontMatter.Language.allCases.filter { !outline.entries(in: $0).isEmpty }
    let frame = PageFrame(
      words: words, title: words.bookTitle, description: words.bookDescription)
    return frame.page(
      """
      <main id="_text">
      <header class="opening">
      <h1>\(words.bookTitle)</h1>
      <p class="summary">\(words.bookDescription)</p>
      </header>
      <div class="prose">
      \(languages.map(edition).joined())</div>
      </main>
      """)
  }

  /// The chapters in one language, under that language's own words.
  private func edition(_ language: FrontMatter.Language) -> HTML {
    let words = InterfaceWords(language: language)
    let introduction: HTML? =
      language == self.words.language ? nil : "<p>\(words.bookDescription)</p>\n"
    return """
      <section class="edition" lang="\(words.languageTag)" aria-labelledby="_\(language.rawValue)">
      <h2 id="_\(language.rawValue)">\(words.languageName)</h2>
      \(introduction)<ol class="chapters">
      \(outline.entries(in: language).map(item).joined())</ol>
      </section>

      """
  }

  private func item(_ entry: BookOutline.Entry) -> HTML {
    let number: HTML? = entry.frontMatter.order.map { "<span class=\"number\">\($0)</span>" }
    let summary: HTML? = entry.frontMatter.summary.map { "\n<p>\($0)</p>" }
    return """
      <li>\(number)<a href="\(PagePath.index.link(to: entry.path))">\(entry.frontMatter.title)</a>\
      \(summary)</li>

      """
  }
}
