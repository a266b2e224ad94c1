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
    let folder = chapter.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(chapter[...$0]) } ?? ""
    let place = folder + path
    if path.hasSuffix(".html"), FileKind(place.dropLast(".html".count) + ".md") != .nothing {
      return nil
    }
    guard let file = FileAccess.resolved(place), let size = FileAccess.size(ofFile: file) else {
      return missing(
        FileKind(place) == .nothing ? "there is no file '\(path)'" : "'\(path)' is not a file",
        "write the path from the chapter's folder")
    }
    guard let root = FileAccess.resolved(root), file.utf8.starts(with: (root + "/").utf8) else {
      return missing(
        "the file '\(path)' lies outside of the book", "copy it into the folder of the chapters")
    }
    guard size <= Self.maximumSize else {
      return missing(
        "the file '\(path)' has \(size) bytes; a file beside a page has at most \(Self.maximumSize)",
        "put it on the web, and link to it there")
    }
    bytes = try? FileAccess.read(file)
    return bytes == nil
      ? missing("the file '\(path)' cannot be read", "check its permissions") : nil
  }

  private mutating func missing(_ message: String, _ hint: String) -> Diagnostic {
    isMissing = true
    return Diagnostic(.warning, at: range, message, hint: hint)
  }
}
