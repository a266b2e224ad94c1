import Markdown

/// The label of a footnote: ASCII letters, digits, hyphens.
public enum FootnoteLabel {
  /// The prefix of the labels of margin notes, which have no number.
  public static let margin = "margin-"

  /// Returns bytes as a label, or nil when they are not a valid one.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.allSatisfy(belongs) && !bytes.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Returns true for a byte that may be part of a label.
  static func belongs(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// A footnote's text: a paragraph, or some lines of one, that begin with `[^label]:`.
public struct FootnoteDefinition {
  /// The label.
  public let label: String
  /// The inlines of the text; the first one begins with the label.
  public let nodes: [MarkdownNode]
  /// The text of the first inline after the label.
  public let opening: String

  /// Returns the definitions that a paragraph consists of; empty when it is running text.
  public static func all(in paragraph: MarkdownNode) -> [FootnoteDefinition] {
    guard paragraph.kind == .paragraph, start(of: paragraph.firstChild) != nil else { return [] }
    var found: [(label: String, opening: String, nodes: [MarkdownNode])] = []
    var isLineStart = true
    for node in paragraph.children {
      if isLineStart, let start = start(of: node) {
        if found.last?.nodes.last?.kind == .softBreak { found[found.count - 1].nodes.removeLast() }
        found.append((start.label, start.rest, []))
      }
      found[found.count - 1].nodes.append(node)
      isLineStart = node.kind == .softBreak
    }
    return found.map { FootnoteDefinition(label: $0.label, nodes: $0.nodes, opening: $0.opening) }
  }

  /// Returns the footnote that Markdown parsed as a link because its text is a single word: `[^a]:
  /// word` is also a link reference definition.
  public static func inLink(_ link: MarkdownNode) -> (label: String, text: String)? {
    guard let text = link.firstChild, text.kind == .text, text.nextSibling == nil,
      let literal = text.literal, literal.utf8.first == UInt8(ascii: "^"),
      let label = FootnoteLabel.text(Array(literal.utf8)[1...])
    else { return nil }
    let title = link.title.flatMap { $0.isEmpty ? nil : " \"\($0)\"" } ?? ""
    return (label, (link.destination ?? "") + title)
  }

  private static func start(of node: MarkdownNode?) -> (label: String, rest: String)? {
    guard let node, node.kind == .text, let literal = node.literal,
      literal.utf8.starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")])
    else { return nil }
    let bytes = Array(literal.utf8)
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: ":"), let label = FootnoteLabel.text(bytes[2..<close])
    else { return nil }
    let rest = bytes[(close + 2)...].drop { $0 == 0x20 || $0 == 0x09 }
    return (label, String(decoding: rest, as: UTF8.self))
  }
}
