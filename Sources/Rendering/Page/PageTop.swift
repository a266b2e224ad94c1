import BookModel
import Markup

/// The line above a page: the way to the book's index and to the page in other languages. The
/// shell's script adds its tools.
struct PageTop {
  let words: InterfaceWords
  let path: PagePath
  /// The page in other languages.
  var translations: [(language: FrontMatter.Language, path: PagePath)] = []

  /// The banner.
  var html: HTML {
    let items = translations.map { language, target -> HTML in
      let words = InterfaceWords(language: language, description: self.words.description)
      return """
        <li><a href="\(path.link(to: target))" lang="\(words.languageTag)" \
        hreflang="\(words.languageTag)">\(words.languageName)</a></li>
        """
    }
    let languages: HTML? =
      items.isEmpty
      ? nil
      : """
      <nav class="languages" aria-label="\(words.translations)"><ul>\(items.joined())</ul></nav>

      """
    let current: HTML? = path == .index ? " aria-current=\"page\"" : nil
    return """
      <header class="top">
      <div>
      <a class="home" href="\(path.link(to: .index))"\(current)>\(words.bookTitle)</a>
      \(languages)</div>
      </header>

      """
  }
}

extension PageTop {
  /// The banner of a chapter's page.
  init(words: InterfaceWords, path: PagePath, outline: BookOutline) {
    self.init(
      words: words, path: path,
      translations: outline.translations(of: path).map { ($0.frontMatter.language, $0.path) })
  }
}
