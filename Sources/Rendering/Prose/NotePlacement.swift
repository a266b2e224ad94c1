import Markdown
import Markup
import Prose

/// Sets footnotes and margin notes directly after the block that refers to them: in the margin where
/// there is one, else below the block.
final class NotePlacement {
  /// A note, and what holds it.
  private struct Note {
    let block: MarkdownNode
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
      let label = node.name ?? ""
      let block = node.insertBefore(blockHTML: "")
      for child in node.children { block.adopt(child) }
      node.remove()
      if notes[label] == nil {
        notes[label] = Note(block: block)
        labels.append(label)
      } else {
        // A second text for a label; what it says is not lost.
        Self.begin(block, with: "[^\(label)]: ")
      }
    }
  }

  /// Puts HTML at the beginning of the first paragraph of a block, or in one of its own.
  private static func begin(_ block: MarkdownNode, with start: HTML) {
    if let first = block.firstChild, first.kind == .paragraph {
      first.retag(opening: "<p>\(start)", closing: "</p>")
    } else if let first = block.firstChild {
      first.insertBefore(blockHTML: "<p>\(start)</p>")
    } else {
      block.appendLine(opening: "<p>\(start)", closing: "</p>")
    }
  }

  /// The label as a part of an anchor: other characters than letters, digits and hyphens are encoded.
  private static func anchor(of label: String) -> String {
    label.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        String(UnicodeScalar(byte))
      default: "_" + String(byte, radix: 16)
      }
    }.joined()
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
    let anchor = Self.anchor(of: label)
    let id = "_noteref-\(anchor)" + (note.marks > 1 ? "_\(note.marks)" : "")
    if isMargin { return "<span id=\"\(name: id)\"></span>" }
    return """
      <sup class="noteref"><a id="\(name: id)" href="#\(name: "_note-\(anchor)")" \
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
      let anchor = Self.anchor(of: label)
      let opening: HTML = "<div class=\"sidenote\" id=\"\(name: "_note-\(anchor)")\" role=\"note\">"
      note.block.setHTML(opening: opening, closing: "</div>")
      let back: HTML =
        "<a class=\"number\" href=\"#\(name: "_noteref-\(anchor)")\" aria-label=\"\(words.backFromNote(note.number))\">\(note.number)</a> "
      if !isMargin { Self.begin(note.block, with: back) }
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
