import BookModel
import Markdown
import Prose

/// Makes nodes of the texts of footnotes, and matches them with their marks.
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

  /// Moves the texts out of their paragraphs into footnote nodes.
  mutating func readTexts(of document: MarkdownDocument) {
    for paragraph in document.root.children where paragraph.kind == .paragraph {
      let definitions = FootnoteDefinition.all(in: paragraph)
      for definition in definitions {
        guard let text = definition.nodes.first, let length = text.literalBytes?.count else {
          continue
        }
        let mark = 0..<(definition.label.utf8.count + 4)
        let places = LiteralPlaces(of: text, in: source)
        let place = places.range(of: mark)
        add(definition.label, at: place)
        let start = MarkdownPosition(line: place.start.line, column: place.start.column)
        let footnote = paragraph.insertBlockBefore(.footnote, name: definition.label, at: start)
        for node in definition.nodes { footnote.adopt(node) }
        let opening = (length - definition.opening.utf8.count)..<length
        text.cut(to: opening, at: places.bytes(of: opening))
      }
      if !definitions.isEmpty { paragraph.remove() }
    }
  }

  /// Reads a mark `[^label]` within a text.
  mutating func readMark(_ label: String, at place: SourceRange) { marks.append((label, place)) }

  /// Reads a link if it is a mark whose text is a single word; returns true if so.
  mutating func readLink(_ node: MarkdownNode) -> Bool {
    guard let footnote = FootnoteDefinition.inLink(node) else { return false }
    let place = source.place(of: node)
    marks.append((footnote.label, place))
    if firstTexts[footnote.label] == nil {
      add(footnote.label, at: place)
      let start = MarkdownPosition(line: place.start.line, column: place.start.column)
      let text = node.document.root.appendBlock(
        .footnote, name: footnote.label, from: start, to: start)
      text.append(text: footnote.text)
      if let word = text.firstChild { word.becomeLink(to: footnote.text) }
    }
    for child in node.children { child.remove() }
    node.become(.footnoteMark, name: footnote.label)
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
