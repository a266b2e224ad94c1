import BookModel
import Markup

/// The links to a page in other languages. The shell's script makes them keep the section being read.
struct LanguageLinks {
  let words: InterfaceWords
  let path: PagePath
  /// The page in other languages.
  let translations: [(language: FrontMatter.Language, path: PagePath)]

  /// The list; nothing without other languages.
  var html: HTML? {
    if translations.isEmpty { return nil }
    let items = translations.map { language, target -> HTML in
      let words = InterfaceWords(language: language, description: self.words.description)
      return """
        <li><a href="\(path.link(to: target))" lang="\(words.languageTag)" \
        hreflang="\(words.languageTag)">\(words.languageName)</a></li>
        """
    }
    return "<ul class=\"languages\">\(items.joined())</ul>\n"
  }
}

extension LanguageLinks {
  /// The links of a chapter's page.
  init(words: InterfaceWords, path: PagePath, outline: BookOutline) {
    self.init(
      words: words, path: path,
      translations: outline.translations(of: path).map { ($0.frontMatter.language, $0.path) })
  }
}
