import BookModel
import Execution
import Files
import Rendering

/// The page of a chapter that stands alone. A page that depends on nothing new, and is still as it was
/// written, is not made again.
struct SinglePage {
  /// The page's path.
  let path: String
  /// The option that names another path.
  let option: String
  /// Whether what is remembered counts.
  let usesMemory: Bool

  /// Writes what a chapter came to.
  /// - Returns: what was left out
  func write(_ chapter: Chapter, _ run: ChapterRun) throws -> [Diagnostic] {
    let page = ChapterPage(chapter: chapter, run: run)
    guard let memory = PageMemory(), let program = RunningProgram.stamp else {
      return try write(page)
    }
    let key = page.key(program: program + " " + path)
    if usesMemory, case .bytes(let stamps) = memory.recall(key), let stamp,
      stamps == Array(stamp.utf8)
    {
      return []
    }
    let faults = try write(page)
    guard faults.isEmpty, let stamp else { return faults }
    try? memory.remember(Array(stamp.utf8), as: key)
    memory.trim()
    return faults
  }

  private func write(_ page: ChapterPage) throws -> [Diagnostic] {
    let (html, faults) = page.htmlAndFaults
    try PageFiles.write(Array(html.utf8), to: path, option: option)
    return faults
  }

  /// The stamp of the page as it is now, with its place; nil when there is none.
  private var stamp: String? {
    FileAccess.resolved(path).flatMap { place in FileStamp(place).map { "\($0) \(place)" } }
  }
}
