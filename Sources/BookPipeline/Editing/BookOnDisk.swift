import BookModel
import Files
import LanguageSupport
import Parsing
import Prose

/// The book around the chapters of an editor, as it is on the disk. What does not change is read once.
package actor BookOnDisk: EditedBook {
  private struct Read: Sendable {
    var stamp: FileStamp
    var chapter: EditedChapter
  }

  private var chapters: [String: Read] = [:]
  /// The data files of chapters by the chapters' paths and their own names.
  private var files: [String: [String: DeclaredFile.Content]] = [:]
  private var works: [String: (stamp: FileStamp, works: [CitableWork])] = [:]

  /// Makes a book that has not been looked at.
  package init() {}

  /// Reads a chapter with its files, as a build does; links to other chapters are not followed.
  package func read(_ bytes: [UInt8], path: String) async
    -> (chapter: Chapter, findings: [Diagnostic])
  {
    let known = files[path] ?? [:]
    let (read, looked) = await Self.read(bytes, path: path, known)
    files[path] = looked
    return read
  }

  /// Reads a chapter on no actor: nothing else waits for it.
  /// - Parameter known: the data files of the chapter that have been looked at, by their names
  @concurrent
  private static func read(
    _ bytes: [UInt8], path: String, _ known: [String: DeclaredFile.Content]
  ) async -> (read: (Chapter, [Diagnostic]), looked: [String: DeclaredFile.Content]) {
    let folder = ChapterResources.bookFolder(of: path)
    let parsed = UnsavedChapter(
      bytes: bytes, path: path, macros: BookFile(in: folder).book.macros, files: known
    ).parsed(within: folder)
    var looked: [String: DeclaredFile.Content] = [:]
    for file in parsed.chapter.blocks.flatMap(\.options.data) { looked[file.name] = file.content }
    let findings = parsed.diagnostics.filter { !isOfGenerated($0, parsed.chapter) }
    return ((parsed.chapter, findings), looked)
  }

  /// True for a finding about a link that may lead to a generated part of the chapter.
  private static func isOfGenerated(_ finding: Diagnostic, _ chapter: Chapter) -> Bool {
    chapter.frontMatter.isGenerated
      && chapter.prose.references.contains { $0.isBroken && $0.range == finding.range }
  }

  /// Returns what is in the folder of a chapter's book; nil for a chapter that is in no book, beside which
  /// may be anything.
  private static func contents(around path: String) -> BookContents? {
    let folder = ChapterResources.bookFolder(of: path)
    guard folder.split(separator: "/").last == "Chapters" else { return nil }
    return BookContents(folder, site: PageFiles.join(folder, "../_site"))
  }

  package func chapters(beside path: String) async -> [EditedChapter]? {
    guard let contents = Self.contents(around: path) else { return nil }
    let paths = contents.chapters.filter { $0 != path }
    let changed = paths.filter { path in
      chapters[path].map { $0.stamp != FileStamp(path) } ?? true
    }
    for (path, read) in await Self.parsed(changed) { chapters[path] = read }
    return paths.compactMap { chapters[$0]?.chapter }
  }

  /// Reads chapters as far as others ask about them. One that cannot be read is left out.
  @concurrent
  private static func parsed(_ paths: [String]) async -> [(String, Read?)] {
    let all = try? await paths.concurrentMap { path -> (String, Read?) in
      guard let stamp = FileStamp(path),
        let bytes = try? FileAccess.read(path, atMost: ChapterParser.maximumSize)
      else { return (path, nil) }
      let parsed = ChapterParser.parse(bytes, path: path)
      let chapter = EditedChapter(
        path: path, text: ChapterText(bytes), read: (parsed.chapter, parsed.diagnostics))
      return (path, Read(stamp: stamp, chapter: chapter))
    }
    return all ?? []
  }

  package func works(for path: String) async -> [CitableWork] {
    let root = ChapterResources.bookFolder(of: path)
    guard let file = BibliographyCache.path(for: path, root: root), let stamp = FileStamp(file)
    else { return [] }
    if let known = works[file], known.stamp == stamp { return known.works }
    guard let bytes = try? FileAccess.read(file, atMost: Bibliography.maximumSize) else {
      return []
    }
    let bibliography = Bibliography(bytes, path: file)
    let found = bibliography.keys.compactMap { bibliography.work($0)?.entry }.map(CitableWork.init)
    works[file] = (stamp, found)
    return found
  }

  package nonisolated func files(beside path: String) async -> [String] {
    let own = FileAccess.parent(of: path) ?? "."
    guard let contents = Self.contents(around: path) else {
      return (FileAccess.names(in: own) ?? []).filter { name in
        !name.hasPrefix(".") && FileKind(PageFiles.join(own, name)) == .file
          && PageFiles.join(own, name) != path
      }
    }
    return contents.files.filter { $0 != path }.map { file in
      let (from, to) = (own.split(separator: "/"), file.split(separator: "/"))
      let common = zip(from, to).prefix { $0 == $1 }.count
      return
        (from.dropFirst(common).map { _ in ".." } + to.dropFirst(common).map(String.init))
        .joined(separator: "/")
    }
  }
}
