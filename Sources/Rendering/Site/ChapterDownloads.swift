import BookModel

/// The files that a reader can download with a chapter: its source, its program if it has one, and the
/// files that its text links to.
public struct ChapterDownloads: Sendable {
  /// The chapter's own text; nil when the file is not Markdown that can be read, for then the text is
  /// not the file's to the byte.
  public let source: SiteFile?
  /// Its Swift program, without the blocks that cannot be a part of one; nil when nothing in it runs.
  public let program: SiteFile?
  /// The files that the text links to.
  public let files: [SiteFile]

  /// The downloads of a chapter.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - program: makes its program; the chapter's path is that of `source` then, which is the
  ///     same on every machine
  public init(_ chapter: Chapter, program: (Chapter) -> String) {
    files = Self.files(of: chapter)
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
    return kinds.map { path.withExtension($0).description } + files(of: chapter).map(\.path)
  }

  /// The files lie in the site as they lie among the chapters.
  private static func files(of chapter: Chapter) -> [SiteFile] {
    let page = PagePath(ofChapter: chapter.path)
    return chapter.prose.files.compactMap { file in
      guard let bytes = file.bytes, let path = page.path(of: file.path) else { return nil }
      return SiteFile(path: path.description, bytes: bytes)
    }
  }

  /// Returns true when a chapter's text equals its file.
  static func hasSource(_ chapter: Chapter) -> Bool { chapter.tree != nil }

  /// Returns true when anything in a chapter runs.
  static func hasProgram(_ chapter: Chapter) -> Bool {
    chapter.blocks.contains { $0.number != nil && $0.problem == nil }
  }
}
