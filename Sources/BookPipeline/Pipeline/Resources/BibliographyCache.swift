import BookModel
import Files
import Prose

/// Reads each bibliography of a book once. A chapter uses the nearest `references.bib` in its own
/// folder or a parent folder, up to the folder of all chapters.
package struct BibliographyCache {
  static let fileName = "references.bib"

  /// A bibliography that has been read, with the works that chapters cite.
  fileprivate struct Shelf {
    let bibliography: Bibliography
    var cited: [String: Bibliography.Work] = [:]
  }

  private var shelves: [String: Shelf] = [:]

  /// The warnings about the bibliographies and about the entries that nobody cites.
  var warnings: [Diagnostic] {
    shelves.sorted { $0.key < $1.key }.flatMap { _, shelf in
      shelf.bibliography.warnings(exceptOf: Set(shelf.cited.values.map(\.entry.key)))
    }
  }

  /// Adds the entries that a chapter cites to the chapter.
  /// - Returns: the errors in the citations and in the entries
  mutating func fill(_ chapter: inout Chapter, root: String) -> [Diagnostic] {
    let place = chapter.prose.citationGroups.first { $0.form == .bracket }?.citations.first?.range
    guard let path = Self.path(for: chapter.path, root: root) else {
      // Without brackets it may be no citation.
      guard let place else { return [] }
      return [
        Diagnostic(
          at: place, "the chapter cites, but there is no bibliography",
          hint: "write '\(Self.fileName)' in the folder of the chapters")
      ]
    }
    if shelves[path] == nil {
      switch Self.read(path, root: root) {
      case .success(let bibliography): shelves[path] = Shelf(bibliography: bibliography)
      case .failure(let error):
        return [
          Diagnostic(
            place == nil ? .warning : .error, at: place,
            "the bibliography '\(path)' cannot be read: \(error.reason)",
            hint: "put the file itself into the folder of the chapters")
        ]
      }
    }
    guard var shelf = shelves[path] else { return [] }
    let diagnostics = shelf.fill(&chapter)
    shelves[path] = shelf
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

  /// Returns the path of the bibliography that a chapter uses; nil when there is none.
  package static func path(for chapter: String, root: String) -> String? {
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

extension BibliographyCache.Shelf {
  /// Adds the entries that a chapter cites to the chapter, and gives its citations the entries' own
  /// keys: those of a set are those of its members.
  fileprivate mutating func fill(_ chapter: inout Chapter) -> [Diagnostic] {
    var diagnostics = bibliography.errors
    var cited: Set<String> = []
    for (index, group) in chapter.prose.citationGroups.enumerated() {
      let isKnown = group.citations.contains { bibliography.contains($0.key) }
      guard group.form == .bracket || isKnown else {
        diagnostics += group.citations.compactMap { nearMiss($0) }
        continue
      }
      var citations: [Citation] = []
      for citation in group.citations {
        guard bibliography.contains(citation.key) else {
          citations.append(citation)
          diagnostics.append(unknown(citation))
          continue
        }
        let works = works(of: citation.key)
        for (place, work) in works.enumerated() {
          var own = citation
          own.key = work.entry.key
          if place > 0 { own.prefix = nil }
          if place < works.count - 1 { own.locator = nil }
          citations.append(own)
          guard cited.insert(own.key).inserted else { continue }
          chapter.prose.bibliography.append(work.entry)
          diagnostics += work.diagnostics
        }
      }
      chapter.prose.citationGroups[index].citations = citations
    }
    return diagnostics
  }

  /// Returns the work with a key, or the members of a set.
  private mutating func works(of key: String) -> [Bibliography.Work] {
    guard let work = work(key) else { return [] }
    let members = work.members.compactMap { self.work($0) }
    return members.isEmpty ? [work] : members
  }

  private mutating func work(_ key: String) -> Bibliography.Work? {
    if let work = cited[key] { return work }
    cited[key] = bibliography.work(key)
    return cited[key]
  }

  private func unknown(_ citation: Citation) -> Diagnostic {
    Diagnostic(
      at: citation.range, "there is no '\(citation.key)' in the bibliography",
      hint: question(citation.key) ?? "add it to '\(BibliographyCache.fileName)'")
  }

  /// Returns a warning about what may be a misspelt key.
  private func nearMiss(_ citation: Citation) -> Diagnostic? {
    question(citation.key).map {
      Diagnostic(
        .warning, at: citation.range,
        "'@\(citation.key)' is not in the bibliography; it is shown as it stands", hint: $0)
    }
  }

  private func question(_ key: String) -> String? {
    NearMiss.question(key, among: bibliography.keys)
  }
}
