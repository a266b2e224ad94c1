import BookModel

/// The files that a reader can download with a chapter: its source, and its program if it has one.
public struct ChapterDownloads: Sendable {
  /// The chapter's own text; nil when the file is not Markdown that can be read, for then the text is
  /// not the file's to the byte.
  public let source: SiteFile?
  /// Its Swift program, without the blocks that cannot be a part of one; nil when nothing in it runs.
  public let program: SiteFile?

  /// The downloads of a chapter.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - program: makes its program; the chapter's path is that of `source` then, which is the
  ///     same on every machine
  public init(_ chapter: Chapter, program: (Chapter) -> String) {
    var chapter = chapter
    let path = PagePath(ofChapter: chapter.path)
    chapter.path = path.withExtension("md").description
    source =
      Self.hasSource(chapter)
      ? SiteFile(path: chapter.path, bytes: Array(chapter.text.utf8)) : nil
    chapter.blocks.removeAll { $0.problem != nil }
    self.program =
      Self.hasProgram(chapter)
      ? SiteFile(
        path: path.withExtension("swift").description, bytes: Array(program(chapter).utf8)) : nil
  }

  /// The paths that a chapter's downloads have in the site.
  public static func paths(of chapter: Chapter) -> [String] {
    let path = PagePath(ofChapter: chapter.path)
    let kinds = (hasSource(chapter) ? ["md"] : []) + (hasProgram(chapter) ? ["swift"] : [])
    return kinds.map { path.withExtension($0).description }
  }

  /// Returns true when a chapter's text equals its file.
  static func hasSource(_ chapter: Chapter) -> Bool { chapter.tree != nil }

  /// Returns true when anything in a chapter runs.
  static func hasProgram(_ chapter: Chapter) -> Bool {
    chapter.blocks.contains { $0.number != nil && $0.problem == nil }
  }
}
