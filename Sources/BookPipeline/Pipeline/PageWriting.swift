import BookModel
import Execution
import Files
import Rendering
import Transcript

/// Writes chapters' pages and downloads into a site. A page is not made again when nothing that it
/// depends on has changed and its files are unchanged.
package struct PageWriting: Sendable {
  /// The book.
  let site: Site
  let folder: SiteFolder
  /// The cache of pages; nil to cache nothing.
  let cache: PageCache?
  /// True when cached pages are used.
  let usesCache: Bool
  /// Identifies the program that makes the pages.
  private let program = RunningProgram.stamp

  /// The result of writing a chapter.
  struct Written: Sendable {
    /// The chapter's part of the whole books.
    let part: BookPart?
    /// The errors and warnings about the page.
    var diagnostics: [Diagnostic] = []
    /// True when a new entry was cached.
    var isNew = false
  }

  /// Writes a chapter's page and downloads, or keeps them when they are unchanged.
  func write(_ chapter: Chapter, _ run: ChapterRun, live: LivePart? = nil) throws -> Written {
    guard let cache, let program else {
      let written = try writeAnew(chapter, run, live)
      return Written(part: written?.rendered.part, diagnostics: written?.rendered.faults ?? [])
    }
    let key = site.key(
      of: chapter, run: run, live: live.map { $0.live(isWithin: $0.fitsIntoPage) },
      program: program + folder.resolvedPath)
    var diagnostics: [Diagnostic] = []
    if usesCache {
      switch cache.recall(key) {
      case .bytes(let bytes):
        if let part = part(in: bytes) { return Written(part: part) }
      case .damaged:
        diagnostics.append(
          Diagnostic(
            .warning, at: SourceRange(file: chapter.path, line: 1, column: 1),
            "what was remembered of the page is damaged; it was made again"))
      case .nothing: break
      }
    }
    guard let (rendered, paths) = try writeAnew(chapter, run, live) else {
      return Written(part: nil, diagnostics: diagnostics)
    }
    diagnostics += rendered.faults
    // A page with faults is not cached, so that they are reported again next time.
    let isNew =
      rendered.faults.isEmpty
      && (try? cache.remember(entry(paths, rendered.part), as: key)) != nil
    return Written(part: rendered.part, diagnostics: diagnostics, isNew: isNew)
  }

  private func writeAnew(_ chapter: Chapter, _ run: ChapterRun, _ live: LivePart?) throws -> (
    rendered: RenderedChapter, paths: [String]
  )? {
    var isWithin = live?.fitsIntoPage ?? true
    var rendered = site.rendered(chapter, run: run, live: live?.live(isWithin: isWithin))
    if let live, isWithin, let page = rendered?.page,
      !LivePart.isPageWithinLimit(page.html.utf8.count)
    {
      isWithin = false
      rendered = site.rendered(chapter, run: run, live: live.live(isWithin: false))
    }
    guard let rendered else { return nil }
    let page = SiteFile(path: rendered.page.path, bytes: Array(rendered.page.html.utf8))
    let beside = isWithin ? [] : live.map { [$0.siteFile] } ?? []
    let files = [page] + beside + Self.downloads(of: chapter)
    try folder.write(files)
    return (rendered, files.map(\.path))
  }

  /// Returns the files that a reader can download with a chapter.
  package static func downloads(of chapter: Chapter) -> [SiteFile] {
    let downloads = ChapterDownloads(chapter) { ChapterProgram($0).source }
    return [downloads.source, downloads.program].compactMap(\.self) + downloads.files
  }

  // MARK: Cached entries

  private func entry(_ paths: [String], _ part: BookPart) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(paths.count))
    for path in paths {
      writer.write(path)
      writer.write(FileStamp(PageFiles.join(folder.path, path))?.description ?? "")
    }
    return writer.bytes + part.encoded()
  }

  /// Returns the part in an entry, or nil when a file has changed since it was written.
  private func part(in bytes: [UInt8]) -> BookPart? {
    var reader = ByteReader(bytes)
    do throws(ByteReadingError) {
      var paths: [String] = []
      for _ in 0..<(try reader.uint32()) {
        let path = try reader.string()
        let stamp = try reader.string()
        guard FileStamp(PageFiles.join(folder.path, path))?.description == stamp else { return nil }
        paths.append(path)
      }
      let part = try BookPart(from: &reader)
      folder.keep(paths)
      return part
    } catch {
      return nil
    }
  }
}
