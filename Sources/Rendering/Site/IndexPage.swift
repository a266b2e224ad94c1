import BookModel
import Markup

/// The page that a reader opens first: what the book is, and its chapters in every language.
public struct IndexPage: Sendable {
  private let outline: BookOutline
  private let words: InterfaceWords

  /// The index of a book. It speaks English if the book has a chapter in English.
  public init(outline: BookOutline) {
    self.outline = outline
    words = InterfaceWords(language: outline.languages.first ?? .english, description: outline.book)
  }

  /// The file `index.html`.
  public var page: Page { Page(path: PagePath.index.description, html: html.markup) }

  private var html: HTML {
    let frame = PageFrame(
      words: words, title: words.bookTitle, description: words.bookDescription,
      scripts: PageScript.site + (outline.isServed ? [.editing] : []),
      style: Stylesheet.index + (outline.isServed ? Stylesheet.editing : ""),
      data: PageFrame.siteData(.index, outline), connects: outline.isServed)
    return frame.page(
      """
      \(PageTop(words: words, path: .index).html)<main id="_text">
      <header class="opening">
      \(BookOpening(words: words).html)\(picture)\(start)</header>
      <div class="prose">
      \(outline.languages.map(edition).joined())</div>
      </main>
      """)
  }

  private var picture: HTML? {
    switch outline.book.cover {
    case .plain: nil
    case .drawn: CoverDrawing.inline(words: words)
    case .image(let content):
      "<p class=\"cover\">\(ImageView.html(content, alternative: words.cover, title: nil))</p>\n"
    }
  }

  /// The way into the first chapter of every language.
  private var start: HTML {
    let links = outline.languages.compactMap { language -> HTML? in
      guard let first = outline.entries(in: language).first else { return nil }
      let words = InterfaceWords(language: language, description: outline.book)
      return """
        <a href="\(PagePath.index.link(to: first.path))" lang="\(words.languageTag)">\
        \(words.startReading)</a>
        """
    }
    return "<p class=\"start\">\(links.joined(separator: "\n"))</p>\n"
  }

  /// The chapters in one language, under that language's own words.
  private func edition(_ language: FrontMatter.Language) -> HTML {
    let words = InterfaceWords(language: language, description: outline.book)
    let entries = outline.entries(in: language)
    let introduction: HTML? =
      language == self.words.language ? nil : words.bookDescription.map { "<p>\($0)</p>\n" }
    return """
      <section class="edition" lang="\(words.languageTag)" aria-labelledby="_\(language.rawValue)">
      <h2 id="_\(language.rawValue)">\(words.languageName)</h2>
      \(introduction)<ol class="chapters">
      \(entries.filter { !$0.frontMatter.isReference }.map(item).joined())</ol>
      \(toCome(language, words))\(reference(entries, words))\
      <ul class="downloads">
      <li><a href="\(PagePath.index.link(to: .book(language)))">\(words.wholeBook)</a></li>
      <li><a href="\(PagePath.index.link(to: .electronicBook(language)))">\
      \(words.electronicBook)</a></li>
      </ul>
      </section>

      """
  }

  /// The chapters that document the engine, on few lines.
  private func reference(_ entries: [BookOutline.Entry], _ words: InterfaceWords) -> HTML? {
    let links = entries.filter(\.frontMatter.isReference).map { entry -> HTML in
      "<li><a href=\"\(PagePath.index.link(to: entry.path))\">\(entry.frontMatter.title)</a></li>\n"
    }
    if links.isEmpty { return nil }
    return "<h3>\(words.reference)</h3>\n<ul class=\"downloads\">\n\(links.joined())</ul>\n"
  }

  /// What says which chapters are to come; nothing when no number is missing.
  private func toCome(_ language: FrontMatter.Language, _ words: InterfaceWords) -> HTML? {
    let missing = outline.missingNumbers(in: language)
    return missing.isEmpty ? nil : "<p class=\"to-come\">\(words.toCome(missing))</p>\n"
  }

  private func item(_ entry: BookOutline.Entry) -> HTML {
    let number: HTML? = entry.frontMatter.order.map { "<span class=\"number\">\($0)</span>" }
    let summary: HTML? = entry.frontMatter.summary.map { "\n<p>\($0)</p>" }
    return """
      <li>\(number)<a href="\(PagePath.index.link(to: entry.path))"\
      \(DirectionMarking.attribute(for: entry.frontMatter.title))>\(entry.frontMatter.title)</a>\
      \(summary)</li>

      """
  }
}
