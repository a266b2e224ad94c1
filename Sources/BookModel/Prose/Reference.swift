/// A link within the book, by which a text refers to another place of it.
public struct Reference: Equatable, Sendable {
  /// The address of the other chapter, as it is written; nil within a chapter.
  public var chapter: String?
  /// The label that it leads to; nil for a chapter as a whole.
  public var label: String?
  /// Where the address stands in the chapter.
  public var range: SourceRange
  /// Whether nothing is known to stand where it leads. The text says so instead of leading there.
  public var isBroken = false

  /// Makes a reference.
  public init(chapter: String? = nil, label: String?, range: SourceRange) {
    self.chapter = chapter
    self.label = label
    self.range = range
  }
}
