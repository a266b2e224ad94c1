import BookModel
import MathML
import Parsing

/// A chapter's text that is in no file, or not yet.
package struct UnsavedChapter {
  private let bytes: [UInt8]
  private let path: String
  private let macros: TeXMacros
  /// The chapter's data files that have been looked at, by their names.
  private let files: [String: DeclaredFile.Content]

  /// Describes a text.
  /// - Parameters:
  ///   - bytes: the text
  ///   - path: the path of the chapter's file
  ///   - macros: the book's macros
  ///   - files: the data files that have been looked at, by the names that the chapter gives them; they
  ///     are read again only when they have changed
  package init(
    bytes: [UInt8], path: String, macros: TeXMacros = TeXMacros(),
    files: [String: DeclaredFile.Content] = [:]
  ) {
    (self.bytes, self.path, self.macros, self.files) = (bytes, path, macros, files)
  }

  /// Parses the text, and reads the files that it refers to.
  /// - Parameter folder: the folder of the book's chapters; nil for a chapter outside a book
  package func parsed(within folder: String?) -> ParsedChapter {
    var parsed = ChapterParser.parse(bytes, path: path, macros: macros)
    for block in parsed.chapter.blocks.indices {
      for file in parsed.chapter.blocks[block].options.data.indices {
        let name = parsed.chapter.blocks[block].options.data[file].name
        parsed.chapter.blocks[block].options.data[file].content = files[name]
      }
    }
    var resources = ChapterResources()
    resources.fill(&parsed.chapter, within: folder)
    parsed.diagnostics += resources.diagnostics
    parsed.chapter.faults = parsed.chapter.faults.sortedByPlace
    return parsed
  }
}
