import BookModel

/// What front matter says, as far as it could be read.
struct ChapterHeader {
  var title: String?
  var language = FrontMatter.Language.english
  var order: Int?
  var summary: String?
  var seed: UInt64 = 1
  /// The line on which the Markdown begins, counted from 1.
  var bodyLine = 1

  /// The front matter with a title for when it gives none.
  func frontMatter(title fallback: String) -> FrontMatter {
    FrontMatter(
      title: title ?? fallback, language: language, order: order, summary: summary, seed: seed)
  }
}
