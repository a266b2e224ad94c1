import BookModel

/// The result of parsing a chapter.
public struct ParsedChapter: Equatable, Sendable {
  /// The chapter, with its errors in it.
  public var chapter: Chapter
  /// Everything to tell the author, errors and warnings, sorted by place.
  public var diagnostics: [Diagnostic]

  /// Makes a result.
  public init(chapter: Chapter, diagnostics: [Diagnostic]) {
    self.chapter = chapter
    self.diagnostics = diagnostics
  }
}
