/// How much of a chapter's text is read.
enum ChapterLimit {
  /// The most bytes of a chapter.
  static let size = 8_000_000
  /// The most bytes between the two lines of front matter.
  static let frontMatterSize = 16_000
  /// The deepest nesting of quotes, lists and markup.
  static let depth = 100
}
