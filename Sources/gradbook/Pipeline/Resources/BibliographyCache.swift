import BookModel
import Files
import Prose

/// Reads each bibliography of a book once. A chapter uses the nearest `references.bib` in its own
/// folder or a parent folder, up to the folder of all chapters.
struct BibliographyCache {
  static let fileName = "references.bib"

  /// The largest bibliography that is read, in bytes.
  static let maximumSize = 8_000_000

  private var bibliographies: [String: Bibliography] = [:]

  /// Adds the entries that a chapter cites to the chapter.
  /// - Returns: the errors in the citations, and those of a file that is read for the first time
  mutating func fill(_ chapter: inout Chapter, root: String) -> [Diagnostic] {
    guard let path = Self.path(for: chapter.path, root: root) else {
      let place = chapter.prose.citations.first?.range
      return [
        Diagnostic(
          at: place, "the chapter cites, but there is no bibliography",
          hint: "write '\(Self.fileName)' in the folder of the chapters")
      ]
    }
    var diagnostics: [Diagnostic] = []
    if bibliographies[path] == nil {
      switch Self.read(path, root: root) {
      case .success(let bibliography):
        bibliographies[path] = bibliography
        diagnostics += bibliography.diagnostics
      case .failure(let error):
        let place = chapter.prose.citations.first?.range
        return [
          Diagnostic(
            at: place, "the bibliography '\(path)' cannot be read: \(error.reason)",
            hint: "put the file itself into the folder of the chapters")
        ]
      }
    }
    let bibliography = bibliographies[path] ?? Bibliography()
    var cited: Set<String> = []
    for citation in chapter.prose.citations {
      guard let entry = bibliography.entries[citation.key] else {
        let question = NearMiss.question(citation.key, among: bibliography.keys)
        diagnostics.append(
          Diagnostic(
            at: citation.range, "there is no '\(citation.key)' in the bibliography",
            hint: question ?? "add it to '\(Self.fileName)'"))
        continue
      }
      if cited.insert(citation.key).inserted { chapter.prose.bibliography.append(entry) }
    }
    return diagnostics
  }

  /// Reads a bibliography, which must be inside the book.
  private static func read(_ path: String, root: String) -> Result<Bibliography, FileError> {
    do throws(FileError) {
      if let file = FileAccess.resolved(path), let top = FileAccess.resolved(root),
        !file.utf8.starts(with: (top + "/").utf8)
      {
        throw FileError("read", path, reason: "it is a link out of the book")
      }
      if let size = FileAccess.size(ofFile: path), size > Bibliography.maximumSize {
        return .success(Bibliography(tooLarge: size, path: path))
      }
      let bytes = try FileAccess.read(path, atMost: Bibliography.maximumSize)
      return .success(Bibliography(bytes, path: path))
    } catch {
      return .failure(error)
    }
  }

  private static func path(for chapter: String, root: String) -> String? {
    guard let top = FileAccess.resolved(root) else { return nil }
    var folder = chapter
    while true {
      let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
      folder = slash.map { String(folder[..<$0]) } ?? ""
      let path = PageFiles.join(folder, fileName)
      if FileKind(path) != .nothing { return path }
      guard slash != nil, let here = FileAccess.resolved(folder), here != top else { return nil }
    }
  }
}
