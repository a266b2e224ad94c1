import BookModel
import BookPipeline
import Files
import Rendering
import Synchronization

/// The book as it is served until something changes. Its files are made when they are first asked for.
final class BookState: Sendable {
  /// A file of the site.
  struct File: Sendable {
    var bytes: [UInt8]
    /// True for a page or script of ours, false for what an author made.
    var isOurs: Bool
  }

  /// Counts the changes.
  let version: Int
  /// The folder of the chapters.
  let root: String
  /// Tells this book from others.
  let identity: String
  /// The results of all chapters, by their paths.
  let runs: [String: ChapterRun]
  /// The chapters by the paths of their pages.
  let chapters: [String: Chapter]
  /// The hashes of the chapters' files, by the chapters' paths.
  let hashes: [String: String]
  /// The pages with the editing layer.
  let site: Site
  private let load: ChapterLoad
  private let made = Mutex<[String: File]>([:])
  private let wholeBooks: Set<String>
  private let downloads: [String: String]

  init(
    version: Int, root: String, load: ChapterLoad, runs: [String: ChapterRun],
    hashes: [String: String]
  ) {
    (self.version, self.root, self.load) = (version, root, load)
    identity = ChapterFile.hash(of: Array((FileAccess.resolved(root) ?? root).utf8))
    (self.runs, self.hashes) = (runs, hashes)
    site = Site(
      chapters: load.chapters, book: load.book, runs: runs, names: load.names,
      servedVersion: version)
    chapters = Dictionary(
      load.chapters.map { (PagePath(ofChapter: $0.path).description, $0) },
      uniquingKeysWith: { first, _ in first })
    wholeBooks = Set(Site.wholeBookPaths(in: Set(load.chapters.map(\.frontMatter.language))))
    var downloads: [String: String] = [:]
    for (page, chapter) in chapters {
      for path in ChapterDownloads.paths(of: chapter) { downloads[path] = page }
    }
    self.downloads = downloads
  }

  /// The results of a chapter.
  func run(of chapter: Chapter) -> ChapterRun { runs[chapter.path] ?? ChapterRun() }

  /// Returns a file of the site; nil when the site has none there. Nothing runs for it.
  func file(at path: String) async -> File? {
    if let known = made.withLock({ $0[path] }) { return known }
    let file: File
    if path == Site.indexPath {
      file = File(bytes: Array(site.index.html.utf8), isOurs: true)
    } else if let chapter = chapters[path] {
      file = File(
        bytes: Array(site.page(of: chapter, run: run(of: chapter)).html.utf8), isOurs: true)
    } else if let page = downloads[path], let chapter = chapters[page] {
      let found = PageWriting.downloads(of: chapter).first { $0.path == path }
      guard let found else { return nil }
      file = File(bytes: found.bytes, isOurs: false)
    } else if wholeBooks.contains(path) {
      guard let files = try? await wholeBookFiles() else { return nil }
      made.withLock { $0.merge(files) { $1 } }
      return files[path]
    } else {
      return nil
    }
    made.withLock { $0[path] = file }
    return file
  }

  /// The whole books and the indexes of the search, as a build writes them.
  private func wholeBookFiles() async throws -> [String: File] {
    let site = Site(chapters: load.chapters, book: load.book, runs: runs, names: load.names)
    let runs = runs
    let parts = try await load.chapters.concurrentMap { chapter in
      site.rendered(chapter, run: runs[chapter.path] ?? ChapterRun()).map {
        (PagePath(ofChapter: chapter.path), $0.part)
      }
    }
    let all = Dictionary(parts.compactMap(\.self), uniquingKeysWith: { first, _ in first })
    var files: [String: File] = [:]
    for make in site.wholeBooks(all) {
      let file = make()
      files[file.path] = File(bytes: file.bytes, isOurs: true)
    }
    return files
  }
}
