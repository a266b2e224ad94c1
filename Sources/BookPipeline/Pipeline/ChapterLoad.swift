import BookModel
import Files
import MathML
import Parsing
import Reference

/// Chapters that have been read and parsed, with their errors and warnings.
package struct ChapterLoad {
  /// The chapters in the order of the paths, each including its errors.
  package private(set) var chapters: [Chapter] = []
  /// The errors and warnings of all chapters.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The book that the chapters belong to.
  package private(set) var book = BookDescription()

  /// The names that the chapters document, for the links from code.
  package private(set) var names = ReferenceNames()

  /// Reads and parses every file. An error in one does not stop the others.
  /// - Parameters:
  ///   - paths: the files, as the user named them
  ///   - folder: a folder that links must not leave; nil to follow all links, because the user has
  ///     named each file. An unreadable file in the folder becomes a chapter that says so; outside
  ///     a book it is left out.
  ///   - reference: loads the engine's declarations; called when a chapter documents them
  ///   - memory: the chapters of earlier loads, which are not parsed again while they are the same
  package init(
    _ paths: [String], within folder: String? = nil,
    reference: (() async -> Result<EngineReference, Diagnostic>)? = nil,
    memory: ChapterMemory? = nil
  ) async throws {
    memory?.begin()
    let paths = folder == nil ? paths.map(ChapterResources.pathNamingBook) : paths
    let root = folder.flatMap(FileAccess.resolved)
    let tooLong = folder == nil ? [] : paths.compactMap(Self.longName)
    diagnostics += tooLong
    let named = paths.filter { path in !tooLong.contains { $0.range?.file == path } }
    if let place = folder ?? paths.first.map(ChapterResources.bookFolder) {
      let file = BookFile(in: place)
      book = file.book
      diagnostics += file.diagnostics
    }
    let macros = book.macros
    var all = try await named.concurrentMap { Self.parse($0, macros, within: root, memory) }
    if let reference { try await expand(&all, macros, reference, memory) }
    for parsed in all {
      switch parsed {
      case .success(let parsed):
        diagnostics += parsed.diagnostics
        chapters.append(parsed.chapter)
      case .failure(let reason) where folder == nil:
        diagnostics.append(reason)
      case .failure(let reason):
        diagnostics.append(reason)
        let path = reason.range?.file ?? ""
        chapters.append(ChapterParser.unreadable(path, because: reason).chapter)
      }
    }
    var resources = ChapterResources()
    for index in chapters.indices { resources.fill(&chapters[index], within: folder) }
    if folder != nil { fillLists(macros, memory) { resources.fill(&$0, within: folder) } }
    diagnostics += resources.diagnostics
    if folder != nil {
      diagnostics += BookReferences.check(&chapters)
      diagnostics += TranslationCheck.findings(in: chapters) + NumberCheck.findings(in: chapters)
    }
    for index in chapters.indices { chapters[index].faults = chapters[index].faults.sortedByPlace }
  }

  /// Returns some of the chapters, in their order.
  /// - Parameter paths: the chapters' paths; none for all
  package func chapters(of paths: Set<String>) -> [Chapter] {
    chapters.filter { paths.isEmpty || paths.contains($0.path) }
  }

  /// Returns the errors and warnings of some of the chapters, and those of no chapter.
  /// - Parameter paths: the chapters' paths; none for all
  package func diagnostics(of paths: Set<String>) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      paths.isEmpty || diagnostic.range.map { paths.contains($0.file) } ?? true
    }
  }

  /// Adds the generated parts of the chapters that document the engine. Where its declarations cannot
  /// be loaded, these chapters have what their authors wrote.
  private mutating func expand(
    _ all: inout [Result<ParsedChapter, Diagnostic>], _ macros: TeXMacros,
    _ reference: () async -> Result<EngineReference, Diagnostic>, _ memory: ChapterMemory?
  ) async throws {
    let chapters = all.compactMap { try? $0.get().chapter }.filter(\.frontMatter.isReference)
    if chapters.isEmpty { return }
    switch await reference() {
    case .failure(let warning): diagnostics.append(warning)
    case .success(let reference):
      let expansion = ReferenceExpansion(reference, among: chapters)
      diagnostics += expansion.findings
      names = expansion.names
      all = try await all.concurrentMap { parsed in
        guard let chapter = try? parsed.get().chapter, chapter.frontMatter.isReference else {
          return parsed
        }
        guard let memory else { return .success(expansion.expanded(chapter, macros)) }
        return .success(
          memory.parsed(chapter.path, Array(chapter.text.utf8), expansion.places, macros) {
            expansion.expanded(chapter, macros)
          })
      }
    }
  }

  /// Adds the lists of what the other chapters contain.
  private mutating func fillLists(
    _ macros: TeXMacros, _ memory: ChapterMemory?, _ fill: (inout Chapter) -> Void
  ) {
    for index in chapters.indices {
      guard let list = BookList(of: chapters[index], among: chapters) else { continue }
      let chapter = chapters[index]
      let markdown = list.markdown
      func expanded() -> ParsedChapter {
        GeneratedPart(markdown, of: chapter, name: "list").parsed(macros)
      }
      let parsed =
        memory?.parsed(chapter.path, Array(chapter.text.utf8), markdown, macros, expanded)
        ?? expanded()
      diagnostics += parsed.diagnostics.filter { !diagnostics.contains($0) }
      chapters[index] = parsed.chapter
      fill(&chapters[index])
    }
  }

  /// The largest file that is read, in bytes. Files larger than a chapter may be, up to this size,
  /// get a page with the error.
  private static let readLimit = 100_000_000

  /// Returns the error of a chapter's name that is too long for the files of its page.
  private static func longName(_ path: String) -> Diagnostic? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last?.count ?? 0
    // `.swift` and `.html` replace `.md`.
    let (most, longest) = (255, ".swift".utf8.count - ".md".utf8.count)
    guard name > most - longest else { return nil }
    return Diagnostic(
      at: SourceRange(file: path, line: 1, column: 1),
      "the chapter's name has \(name) bytes; at most \(most - longest) are allowed, for the names of"
        + " its page's files are longer", hint: "give the file a shorter name")
  }

  private static func parse(
    _ path: String, _ macros: TeXMacros, within root: String?, _ memory: ChapterMemory?
  ) -> Result<ParsedChapter, Diagnostic> {
    do throws(FileError) {
      if let root, FileAccess.isLink(path), let target = FileAccess.resolved(path),
        !target.utf8.starts(with: (root + "/").utf8)
      {
        throw FileError("read", path, reason: "it is a link out of the book")
      }
      let bytes = try FileAccess.read(path, atMost: readLimit)
      guard let memory else {
        return .success(ChapterParser.parse(bytes, path: path, macros: macros))
      }
      return .success(
        memory.parsed(path, bytes, "", macros) {
          ChapterParser.parse(bytes, path: path, macros: macros)
        })
    } catch {
      return .failure(
        Diagnostic(
          at: SourceRange(file: path, line: 1, column: 1),
          "the chapter cannot be read: \(error.reason)",
          hint:
            "check the path; a chapter is a file with at most \(ChapterParser.maximumSize) bytes"))
    }
  }
}
