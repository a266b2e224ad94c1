import BookModel
import Markup

/// The opening of a chapter: its number, title and summary.
struct ChapterOpening {
  let words: InterfaceWords
  let frontMatter: FrontMatter

  /// The header of the chapter, with the page's only first-level heading.
  var html: HTML {
    let number: HTML? = frontMatter.order.map { "<p class=\"number\">\(words.chapter($0))</p>\n" }
    let summary: HTML? = frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" }
    return """
      <header class="opening">
      \(number)<h1>\(frontMatter.title)</h1>
      \(summary)</header>

      """
  }
}
