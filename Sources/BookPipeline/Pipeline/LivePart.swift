import BookModel
import LivePages
import Rendering

/// What a page and the files beside it get of a chapter's live experiments.
struct LivePart: Sendable {
  private let file: LiveModuleFile
  private let chapter: Chapter
  private let made: LivePages.Chapter

  /// The largest module that a page carries itself, and the largest page that does, in bytes.
  private static let (moduleLimit, pageLimit) = (130_000, 330_000)

  /// Takes what was made for a chapter; nil when nothing in it is live.
  init?(_ made: LivePages.Chapter, of chapter: Chapter) {
    if made.module.isEmpty { return nil }
    file = LiveModuleFile(ofChapter: chapter.path, packed: made.module)
    (self.chapter, self.made) = (chapter, made)
  }

  /// True when the module is small enough for a page.
  var fitsIntoPage: Bool { file.size <= Self.moduleLimit }

  /// Returns true when a page with the module is not too large.
  static func isPageWithinLimit(_ bytes: Int) -> Bool { bytes <= pageLimit }

  /// Returns what the page is made with.
  /// - Parameter isWithin: true for a module within the page itself
  func live(isWithin: Bool) -> LiveChapter {
    LiveChapter(
      module: file.module(within: isWithin, ofChapter: chapter.path), experiments: made.numbers,
      refusals: Dictionary(made.reasons.map { ($0.id, $0.reason) }) { first, _ in first })
  }

  /// Returns the file beside the page.
  var siteFile: SiteFile { file.file }

  /// The paths of the files beside the pages that a build may write.
  static func paths(of chapters: [Chapter]) -> [String] {
    [Site.liveScript.path, LiveModuleFile(ofDrawing: []).file.path]
      + chapters.map { LiveModuleFile.path(ofChapter: $0.path) }
  }
}
