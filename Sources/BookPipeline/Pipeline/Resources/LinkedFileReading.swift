import BookModel
import Files

extension LinkedFile {
  /// The largest file that is copied into a site, in bytes.
  static let maximumSize = 50_000_000

  /// Reads the file, which must be inside the book. The page of a chapter is none.
  ///
  /// - Parameters:
  ///   - chapter: the chapter's path
  ///   - root: the folder that must contain the file
  /// - Returns: a warning when there is no such file
  mutating func read(from chapter: String, root: String) -> Diagnostic? {
    if path.hasSuffix(".html"), isPage(of: chapter) { return nil }
    do throws(BookResource.Fault) {
      let file = try BookResource([path], from: chapter, within: root, atMost: Self.maximumSize)
      bytes = try file.bytes()
      return nil
    } catch {
      isMissing = true
      let limit = "a file beside a page has at most \(Self.maximumSize)"
      return Diagnostic(
        .warning, at: range, "the file '\(path)' \(error.message(limit: limit))",
        hint: error.hint(smaller: "put it on the web, and link to it there"))
    }
  }

  /// Returns true when the path is that of the page of a chapter.
  private func isPage(of chapter: String) -> Bool {
    let folder = chapter.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let name = path.dropLast(".html".count) + ".md"
    return FileKind(PageFiles.join(folder.joined(separator: "/"), String(name))) != .nothing
  }
}
