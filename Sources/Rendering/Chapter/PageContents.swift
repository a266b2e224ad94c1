import Markup

/// The list of a chapter's sections, each a link to its heading.
struct PageContents {
  /// A section: the heading's name in the page, and its text.
  struct Section: Equatable {
    let anchor: String
    let title: String
  }

  let words: InterfaceWords
  let sections: [Section]
  /// The ways to the page in other languages, where the list stays beside the text.
  var languages: HTML?

  /// The list; nothing for a chapter with fewer than two sections.
  var html: HTML? {
    if sections.count < 2 { return nil }
    let items = sections.map { section -> HTML in
      "<li><a href=\"#\(section.anchor)\"\(DirectionMarking.attribute(for: section.title))>\(section.title)</a></li>\n"
    }
    return """
      <nav class="contents" aria-labelledby="_contents">
      <h2 id="_contents">\(words.inThisChapter)</h2>
      <ol>
      \(items.joined())</ol>
      \(languages)\
      </nav>

      """
  }
}
