/// The limits for a chapter's text.
enum ChapterLimit {
  /// The size of a chapter, in bytes.
  static let size = 8_000_000
  /// The size of the text between the two lines of front matter, in bytes.
  static let frontMatterSize = 16_000
  /// The uses of macros that are replaced in all formulas together, those within macros included.
  static let macroExpansions = 500_000
  /// The deepest nesting of quotes, lists and markup.
  static let depth = 100
}
