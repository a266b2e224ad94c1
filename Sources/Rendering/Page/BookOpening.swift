import Markup

/// The opening of a book: its title, what it is about, its authors and its licence.
struct BookOpening {
  let words: InterfaceWords

  /// The lines of the page's header.
  var html: HTML {
    let summary = words.bookDescription.map { text -> HTML in
      "<p class=\"summary\">\(text)</p>\n"
    }
    let book = words.description
    let parts = [words.authors(book.authors), book.licence.map(words.licence) ?? ""]
    return
      "<h1\(DirectionMarking.attribute(for: words.bookTitle))>\(words.bookTitle)</h1>\n\(summary)\(Self.byline(parts))"
  }

  /// A line with those of some parts that say something; nil without any.
  static func byline(_ parts: [String]) -> HTML? {
    let parts = parts.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : "<p class=\"byline\">\(parts.joined(separator: " · "))</p>\n"
  }
}
