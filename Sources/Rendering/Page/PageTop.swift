import Markup

/// The line above a page: the way to the book's index and to the page in other languages. The
/// shell's script adds its tools.
struct PageTop {
  let words: InterfaceWords
  let path: PagePath
  var languages: LanguageLinks?

  /// The banner.
  var html: HTML {
    let languages: HTML? = languages?.html.map {
      "<nav aria-label=\"\(words.translations)\">\($0)</nav>\n"
    }
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
      languages: LanguageLinks(words: words, path: path, outline: outline))
  }
}
