import BookModel
import Markdown

/// Matches the texts of footnotes with their marks.
struct FootnoteReader {
  private let source: SourceText
  private let errors: ErrorCollector
  private var marks: [(label: String, range: SourceRange)] = []
  private var texts: [(label: String, range: SourceRange)] = []
  /// The position of the first text for each label.
  private var firstTexts: [String: SourceRange] = [:]

  init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  /// Reads a footnote's text.
  mutating func readText(_ node: MarkdownNode) {
    guard let label = node.name else { return }
    let place = source.range(
      line: node.start.line, column: node.start.column, length: label.utf8.count + 4)
    if let first = firstTexts[label] {
      errors.report(
        .prose(.duplicateFootnote(label)), at: place,
        notes: [Diagnostic.Note(range: first, message: "first given here")])
    } else {
      firstTexts[label] = place
      texts.append((label, place))
    }
  }

  /// Reads a mark `[^label]` within a text.
  mutating func readMark(_ label: String, at place: SourceRange) { marks.append((label, place)) }

  /// Reports marks without a text and texts without a mark.
  func finish() {
    let known = texts.map(\.label)
    for mark in marks where firstTexts[mark.label] == nil {
      errors.report(.prose(.unknownFootnote(mark.label, known: known)), at: mark.range)
    }
    let used = Set(marks.map(\.label))
    for text in texts where !used.contains(text.label) {
      errors.report(.prose(.unusedFootnote(text.label)), at: text.range)
    }
  }
}
