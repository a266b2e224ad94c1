/// A link from a chapter's text to another place in the book.
public struct Reference: Equatable, Sendable {
  /// The address of the other chapter, as written; nil within the same chapter.
  public var chapter: String?
  /// The label referred to; nil for a whole chapter.
  public var label: String?
  /// The range of the address.
  public var range: SourceRange
  /// True when the address names a chapter's page instead of its Markdown.
  public var isPage = false
  /// True when the target does not exist. The page then says so instead of linking.
  public var isBroken = false

  /// Makes a reference.
  public init(chapter: String? = nil, label: String?, range: SourceRange) {
    self.chapter = chapter
    self.label = label
    self.range = range
  }
}
