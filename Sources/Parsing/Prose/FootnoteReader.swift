import BookModel
import Markdown
import Prose

/// Matches the marks of footnotes with their texts.
struct FootnoteReader {
  private let source: SourceText
  private let errors: ErrorCollector
  private var marks: [(label: String, range: SourceRange)] = []
  private var texts: [(label: String, range: SourceRange)] = []
  /// The marks that begin a definition, and are not to be taken for references.
  private var upcoming: ArraySlice<String> = []
  /// Where each text was given first.
  private var firstTexts: [String: SourceRange] = [:]

  init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  /// Reads a paragraph that may hold footnotes' texts.
  mutating func readParagraph(_ node: MarkdownNode) {
    guard node.parent?.kind == .document else { return }
    for definition in FootnoteDefinition.all(in: node) {
      let mark = 0..<(definition.label.utf8.count + 4)
      if let text = definition.nodes.first {
        add(definition.label, at: source.place(of: mark, in: text))
      }
      upcoming.append(definition.label)
    }
  }

  /// Reads a mark `[^label]` within a text.
  mutating func readMark(_ label: String, at place: SourceRange) {
    if upcoming.first == label {
      upcoming.removeFirst()
      return
    }
    marks.append((label, place))
  }

  /// Reads a link, if it is a mark whose text is a single word.
  mutating func readLink(_ node: MarkdownNode) -> Bool {
    guard let footnote = FootnoteDefinition.inLink(node) else { return false }
    let place = source.place(of: node)
    marks.append((footnote.label, place))
    if firstTexts[footnote.label] == nil { add(footnote.label, at: place) }
    return true
  }

  private mutating func add(_ label: String, at place: SourceRange) {
    if let first = firstTexts[label] {
      errors.report(
        .prose(.duplicateFootnote(label)), at: place,
        notes: [Diagnostic.Note(range: first, message: "first given here")])
    } else {
      firstTexts[label] = place
      texts.append((label, place))
    }
  }

  /// Reports what has no partner.
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
