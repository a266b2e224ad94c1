import BookModel

/// The book around the chapters that are open: what else is in it, as it is on the disk.
package protocol EditedBook: Sendable {
  /// Reads a chapter as a build does.
  /// - Parameters:
  ///   - bytes: the text as its author has it open
  ///   - path: the chapter's path
  /// - Returns: the chapter, and what a build would report before it compiles anything
  func read(_ bytes: [UInt8], path: String) async -> (chapter: Chapter, findings: [Diagnostic])

  /// Returns the other chapters of a chapter's book, each with its text; nil for a chapter that is in no
  /// book.
  func chapters(beside path: String) async -> [EditedChapter]?

  /// Returns the works that a chapter can cite.
  func works(for path: String) async -> [CitableWork]

  /// Returns the paths of the files that a chapter can use, relative to its folder.
  func files(beside path: String) async -> [String]
}

/// A work in the bibliography.
package struct CitableWork: Equatable, Sendable {
  /// The key that citations use.
  package var key: String
  /// The authors, the year and the title.
  package var text: String

  /// Makes a work.
  package init(key: String, text: String) { (self.key, self.text) = (key, text) }

  /// Describes an entry of a bibliography.
  package init(_ entry: BibliographyEntry) {
    let names = entry.names[.author] ?? entry.names[.editor]
    let families = (names?.names ?? []).map { name in
      [name.particle, name.family].filter { !$0.isEmpty }.joined(separator: " ")
    }
    var text = families.prefix(3).joined(separator: ", ")
    if families.count > 3 || names?.hasMore == true { text += " and others" }
    if case .single(let day)? = entry.dates[.date]?.form { text += " (\(day.year))" }
    if let title = entry.fields[.title]?.plain {
      text += (text.isEmpty ? "" : ": ") + title
    }
    self.init(key: entry.key, text: text)
  }
}
