import BookModel

/// The result of parsing a chapter.
public struct ParsedChapter: Equatable, Sendable {
  /// The chapter, including its errors.
  public var chapter: Chapter
  /// All errors and warnings, sorted by position.
  public var diagnostics: [Diagnostic]

  /// Makes a result.
  public init(chapter: Chapter, diagnostics: [Diagnostic]) {
    self.chapter = chapter
    self.diagnostics = diagnostics
  }
}
