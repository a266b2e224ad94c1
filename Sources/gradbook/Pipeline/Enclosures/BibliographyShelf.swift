import BookModel
import Execution
import Prose

/// The bibliographies of a book, each read once: a chapter cites from the nearest `references.bib`, in
/// its own folder or one above, up to the folder of all chapters.
struct BibliographyShelf {
  /// What the files are called.
  static let fileName = "references.bib"

  private var bibliographies: [String: Bibliography] = [:]

  /// Gives a chapter the entries that it cites.
  /// - Returns: what is wrong with the citations, and with a file that is read for the first time
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
      bibliographies[path] = Self.read(path)
      diagnostics += bibliographies[path]?.diagnostics ?? []
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

  private static func read(_ path: String) -> Bibliography {
    if let size = FileAccess.size(ofFile: path), size > Bibliography.maximumSize {
      return Bibliography(tooLarge: size, path: path)
    }
    return (try? FileAccess.read(path)).map { Bibliography($0, path: path) } ?? Bibliography()
  }

  private static func path(for chapter: String, root: String) -> String? {
    guard let top = FileAccess.resolved(root) else { return nil }
    var folder = chapter
    while true {
      let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
      folder = slash.map { String(folder[..<$0]) } ?? ""
      let path = PageFiles.join(folder, fileName)
      if FileAccess.size(ofFile: path) != nil { return path }
      guard slash != nil, let here = FileAccess.resolved(folder), here != top else { return nil }
    }
  }
}
