import BookModel
import Markup

/// The opening of a chapter: its number, title and summary.
struct ChapterOpening {
  let words: InterfaceWords
  let frontMatter: FrontMatter
  /// The name by which links find the title.
  var anchor: String?
  /// The link to the page in which the chapter's experiments run, for what cannot run them.
  var livePage: HTML?

  /// The header of the chapter, with the page's only first-level heading.
  var html: HTML {
    let kind = frontMatter.isReference ? words.reference : frontMatter.order.map(words.chapter)
    let number: HTML? = kind.map { "<p class=\"number\">\($0)</p>\n" }
    let id: HTML? = anchor.map { " id=\"\(name: $0)\"" }
    let summary: HTML? = frontMatter.summary.map {
      "<p class=\"summary\"\(DirectionMarking.attribute(for: $0))>\($0)</p>\n"
    }
    let live: HTML? = livePage.map { "<p class=\"live-page\">\(words.liveElsewhere)\($0)</p>\n" }
    let byline = BookOpening.byline([words.authors(frontMatter.authors), frontMatter.date ?? ""])
    return """
      <header class="opening">
      \(number)<h1\(id)\(DirectionMarking.attribute(for: frontMatter.title))>\(frontMatter.title)</h1>
      \(byline)\(summary)\(live)</header>

      """
  }
}

extension Chapter {
  /// The name by which links find the chapter's title, if it stands in the text.
  var titleAnchor: String? { prose.labels.first { $0.kind == .chapter }?.id }
}
