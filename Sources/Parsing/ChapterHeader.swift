import BookModel

/// The values of front matter, as far as they could be read.
struct ChapterHeader {
  var title: String?
  var language: FrontMatter.Language?
  var order: Int?
  var isFront = false
  var summary: String?
  var seed: UInt64?
  var authors: [String] = []
  var date: String?
  var reference: [String] = []
  var lists: FrontMatter.List?
  /// The line on which the Markdown begins, counted from 1.
  var bodyLine = 1
  /// True when something could not be read, so that a missing value may have been given.
  var isDamaged = false

  /// Returns the front matter of a chapter, with a title for when it has none. When the language
  /// may have been lost, it is taken from the name of the chapter's folder, such as `zh`.
  func frontMatter(title fallback: String, path: String) -> FrontMatter {
    var frontMatter = FrontMatter(
      title: title ?? fallback,
      language: language ?? (isDamaged ? Self.language(ofFolder: path) : nil) ?? .english,
      order: order, summary: summary, seed: seed ?? 1, authors: authors, date: date)
    frontMatter.isFront = isFront
    frontMatter.reference = reference
    frontMatter.lists = lists
    return frontMatter
  }

  private static func language(ofFolder path: String) -> FrontMatter.Language? {
    path.split(separator: "/").dropLast().last.flatMap {
      FrontMatter.Language(rawValue: String($0))
    }
  }
}
