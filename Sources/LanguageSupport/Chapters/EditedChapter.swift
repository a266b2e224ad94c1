import BookModel
import Execution

/// A chapter as its author has it open, read once for each state of its text.
package struct EditedChapter: Sendable {
  /// The path.
  package let path: String
  /// The text.
  package let text: ChapterText
  /// The chapter as far as it could be understood.
  package let chapter: Chapter
  /// The errors and warnings that a build would report before it compiles anything.
  package let findings: [Diagnostic]
  /// The places of its blocks.
  package let blockPlaces: BlockPlaces

  /// Makes a chapter that has been read.
  package init(path: String, text: ChapterText, read: (chapter: Chapter, findings: [Diagnostic])) {
    (self.path, self.text) = (path, text)
    (chapter, findings) = (read.chapter, read.findings + Executor.checks(of: read.chapter))
    blockPlaces = BlockPlaces(read.chapter, in: text)
  }
}
