import BookModel
import MathML
import Parsing

/// A generated part of a chapter, below what its author wrote.
struct GeneratedPart: Sendable {
  /// The chapter's text together with the part.
  let text: String
  /// The part's first line.
  let firstLine: Int
  private let path: String
  private let name: String

  /// Joins a part to a chapter.
  /// - Parameters:
  ///   - markdown: the part
  ///   - name: what findings in it call it
  init(_ markdown: String, of chapter: Chapter, name: String) {
    let own = chapter.text + (chapter.text.hasSuffix("\n") ? "\n" : "\n\n")
    firstLine = own.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    text = own + markdown
    (path, self.name) = (chapter.path, name)
  }

  /// Parses both.
  func parsed(_ macros: TeXMacros) -> ParsedChapter {
    var parsed = ChapterParser.parse(Array(text.utf8), path: path, macros: macros)
    parsed.diagnostics = parsed.diagnostics.map(placed)
    parsed.chapter.faults = parsed.chapter.faults.map(placed)
    return parsed
  }

  /// Puts a finding in the part at the head of the chapter: the part is in no file.
  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let range = diagnostic.range, range.start.line >= firstLine else { return diagnostic }
    var placed = diagnostic
    placed.range = SourceRange(file: path, line: 1, column: 1)
    placed.message = "in the \(name): " + diagnostic.message
    return placed
  }
}
