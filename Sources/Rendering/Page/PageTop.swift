import BookModel

/// The line above a chapter: the way to the book's index and to the chapter in other languages.
struct PageTop {
  let words: InterfaceWords
  let path: PagePath
  let outline: BookOutline

  /// The banner.
  var html: HTML {
    let translations = outline.translations(of: path).map { entry -> HTML in
      let words = InterfaceWords(language: entry.frontMatter.language)
      let address = path.link(to: entry.path)
      return """
        <li><a href="\(address)" lang="\(words.languageTag)" hreflang="\(words.languageTag)">\
        \(words.languageName)</a></li>
        """
    }
    let languages: HTML? =
      translations.isEmpty
      ? nil
      : """
      <nav aria-label="\(words.translations)"><ul>\(translations.joined())</ul></nav>

      """
    return """
      <header class="top">
      <div>
      <a class="home" href="\(path.link(to: .index))">\(words.bookTitle)</a>
      \(languages)</div>
      </header>

      """
  }
}
