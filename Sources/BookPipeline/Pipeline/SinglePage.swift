import BookModel
import Execution
import Files
import Rendering

/// The page of a chapter outside a book. It is not made again when nothing that it depends on has
/// changed and the file is unchanged.
package struct SinglePage {
  private let path: String
  private let option: String
  private let usesCache: Bool

  /// Describes a page.
  /// - Parameters:
  ///   - path: the page's path
  ///   - option: the option that sets another path
  ///   - usesCache: true when a cached page is used
  package init(path: String, option: String, usesCache: Bool) {
    (self.path, self.option, self.usesCache) = (path, option, usesCache)
  }

  /// Writes a chapter's page, or keeps it when it is unchanged.
  /// - Returns: the faults of the page
  package func write(_ chapter: Chapter, _ run: ChapterRun) throws -> [Diagnostic] {
    let page = ChapterPage(chapter: chapter, run: run)
    guard let cache = PageCache(), let program = RunningProgram.stamp else {
      return try write(page)
    }
    let key = page.key(program: program + " " + path)
    if usesCache, case .bytes(let stamps) = cache.recall(key), let stamp,
      stamps == Array(stamp.utf8)
    {
      return []
    }
    let faults = try write(page)
    guard faults.isEmpty, let stamp else { return faults }
    try? cache.remember(Array(stamp.utf8), as: key)
    return faults
  }

  private func write(_ page: ChapterPage) throws -> [Diagnostic] {
    let (html, faults) = page.htmlAndFaults
    try PageFiles.write(Array(html.utf8), to: path, option: option)
    return faults
  }

  /// The stamp of the page's current file, with its resolved path; nil when there is none.
  private var stamp: String? {
    FileAccess.resolved(path).flatMap { place in FileStamp(place).map { "\($0) \(place)" } }
  }
}
