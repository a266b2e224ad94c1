import BookModel
import MathML
import Parsing

/// A chapter's text that is in no file, or not yet.
package struct ChapterText {
  private let bytes: [UInt8]
  private let path: String
  private let macros: TeXMacros

  /// Describes a text.
  /// - Parameters:
  ///   - bytes: the text
  ///   - path: the path of the chapter's file
  ///   - macros: the book's macros
  package init(bytes: [UInt8], path: String, macros: TeXMacros = TeXMacros()) {
    (self.bytes, self.path, self.macros) = (bytes, path, macros)
  }

  /// Parses the text, and reads the files that it refers to.
  /// - Parameter folder: the folder of the book's chapters; nil for a chapter outside a book
  package func parsed(within folder: String?) -> ParsedChapter {
    var parsed = ChapterParser.parse(bytes, path: path, macros: macros)
    var resources = ChapterResources()
    resources.fill(&parsed.chapter, within: folder)
    parsed.diagnostics += resources.diagnostics
    parsed.chapter.faults = parsed.chapter.faults.sortedByPlace
    return parsed
  }
}
