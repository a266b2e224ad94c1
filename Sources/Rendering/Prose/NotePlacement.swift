import Markdown
import Markup
import Prose

/// Sets footnotes and margin notes directly after the block that refers to them: in the margin where
/// there is one, else below the block.
final class NotePlacement {
  /// A note: what holds it, and its line.
  private struct Note {
    let block: MarkdownNode
    let line: MarkdownNode
    /// The block after which it belongs, once it has been referred to.
    var place: MarkdownNode?
    var number = 0
    var marks = 0
  }

  private let words: InterfaceWords
  private var notes: [String: Note] = [:]
  /// The labels in the order of the definitions, and of those referred to.
  private var labels: [String] = []
  private var order: [String] = []
  private var lastNumber = 0

  init(words: InterfaceWords) { self.words = words }

  /// Takes the texts of the notes.
  func collect(from document: MarkdownDocument) {
    for node in document.root.children where node.kind == .footnote {
      add(node.name ?? "", node.insertBefore(blockHTML: ""), Array(node.children))
      node.remove()
    }
  }

  private func add(_ label: String, _ block: MarkdownNode, _ nodes: [MarkdownNode]) {
    let line = block.appendLine(opening: "", closing: "")
    for node in nodes { line.adopt(node) }
    if notes[label] != nil {
      // An error; what it says is not lost.
      line.setHTML(opening: "<p>[^\(label)]: ", closing: "</p>")
      return
    }
    notes[label] = Note(block: block, line: line)
    labels.append(label)
  }

  /// The mark of a footnote, for the text that holds `node`; nil when there is no such note.
  func mark(_ label: String, in node: MarkdownNode) -> HTML? {
    guard var note = notes[label] else { return nil }
    let isMargin = label.hasPrefix(FootnoteLabel.margin)
    if note.place == nil {
      note.place = Self.outermostBlock(of: node)
      order.append(label)
      if !isMargin { lastNumber += 1 }
      note.number = lastNumber
    }
    note.marks += 1
    notes[label] = note
    let id = "_noteref-\(label)" + (note.marks > 1 ? "_\(note.marks)" : "")
    if isMargin { return "<span id=\"\(name: id)\"></span>" }
    return """
      <sup class="noteref"><a id="\(name: id)" href="#\(name: "_note-\(label)")" \
      aria-label="\(words.note(note.number))">\(note.number)</a></sup>
      """
  }

  /// Moves the notes to their places. Those that nothing refers to vanish.
  func place() {
    // The last note behind each block.
    var last: [MarkdownNode: MarkdownNode] = [:]
    for label in order {
      guard let note = notes[label], let place = note.place else { continue }
      let isMargin = label.hasPrefix(FootnoteLabel.margin)
      let opening: HTML = "<div class=\"sidenote\" id=\"\(name: "_note-\(label)")\" role=\"note\">"
      note.block.setHTML(opening: opening, closing: "</div>")
      let back: HTML =
        "<a class=\"number\" href=\"#\(name: "_noteref-\(label)")\" aria-label=\"\(words.backFromNote(note.number))\">\(note.number)</a> "
      let start: HTML = "<p>\(isMargin ? nil : back)"
      note.line.setHTML(opening: start, closing: "</p>")
      // A note to which only its own text refers stays where it is written.
      if place != note.block { note.block.move(after: last[place] ?? place) }
      last[place] = note.block
    }
    for label in labels { if let note = notes[label], note.place == nil { note.block.remove() } }
  }

  private static func outermostBlock(of node: MarkdownNode) -> MarkdownNode {
    var node = node
    while let parent = node.parent, parent.kind != .document { node = parent }
    return node
  }
}
