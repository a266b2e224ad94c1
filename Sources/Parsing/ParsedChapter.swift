import BookModel

/// What parsing a chapter came to.
public struct ParsedChapter: Equatable, Sendable {
  /// The chapter; nil when there is any error but those of single blocks.
  public var chapter: Chapter?
  /// Everything to tell the author, sorted by place.
  public var diagnostics: [Diagnostic]

  /// Makes a result.
  public init(chapter: Chapter?, diagnostics: [Diagnostic]) {
    self.chapter = chapter
    self.diagnostics = diagnostics
  }
}
