import BookModel
import Files

/// Reads the files that chapters refer to: images, other linked files, data files,
/// bibliographies, the engine's sources.
package struct ChapterResources {
  private var bibliographies = BibliographyCache()
  private var listings = EngineListings()
  private var noted: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// The errors of all chapters, and the warnings about the bibliographies that they use.
  package var diagnostics: [Diagnostic] { noted + bibliographies.warnings }

  /// Nothing has been read yet.
  package init() {}

  /// Adds the contents of the files, and their errors, to a chapter.
  /// - Parameters:
  ///   - chapter: the chapter
  ///   - folder: the book's folder of chapters; nil for a chapter outside a book
  package mutating func fill(_ chapter: inout Chapter, within folder: String?) {
    let root = folder ?? Self.bookFolder(of: chapter.path)
    for index in chapter.prose.images.indices {
      let file = ImageFile(chapter.prose.images[index], chapter: chapter.path, root: root)
      switch file.read() {
      case .success(let content): chapter.prose.images[index].content = content
      case .failure(let diagnostic): note(diagnostic, in: &chapter)
      }
    }
    for index in chapter.prose.files.indices {
      let finding = chapter.prose.files[index].read(from: chapter.path, root: root)
      if let finding { note(finding, in: &chapter) }
    }
    for diagnostic in chapter.lookAtData(root: root) { note(diagnostic, in: &chapter) }
    if !chapter.prose.citationGroups.isEmpty {
      for diagnostic in bibliographies.fill(&chapter, root: root) { note(diagnostic, in: &chapter) }
    }
    for index in chapter.blocks.indices where chapter.blocks[index].options.source != nil {
      if let diagnostic = listings.fill(&chapter.blocks[index]) { note(diagnostic, in: &chapter) }
    }
  }

  private mutating func note(_ diagnostic: Diagnostic, in chapter: inout Chapter) {
    if seen.insert(diagnostic).inserted { noted.append(diagnostic) }
    if diagnostic.severity == .error { chapter.faults.append(diagnostic) }
  }

  /// Returns a path of the same chapter that names the folder `Chapters` of its book, if the user, who
  /// is inside that folder, left it out.
  package static func pathNamingBook(_ path: String) -> String {
    guard !path.hasPrefix("/"), !path.split(separator: "/").dropLast().contains("Chapters"),
      let here = FileAccess.resolved(".")?.split(separator: "/"),
      let index = here.lastIndex(of: "Chapters")
    else { return path }
    let up = repeatElement("..", count: here.count - index).joined(separator: "/")
    var folders = Array(here[index...])
    var names = path.split(separator: "/").filter { $0 != "." }[...]
    while names.first == "..", folders.count > 1 {
      names.removeFirst()
      folders.removeLast()
    }
    guard names.first != ".." else { return path }
    return ([up] + (folders + names).map(String.init)).joined(separator: "/")
  }

  /// Returns the folder that a chapter's files must be in: the nearest parent named `Chapters`,
  /// else the chapter's own.
  package static func bookFolder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().lastIndex(of: "Chapters") else {
      let folder = parts.dropLast().joined(separator: "/")
      return folder.isEmpty ? "." : folder
    }
    return parts[...index].joined(separator: "/")
  }
}
