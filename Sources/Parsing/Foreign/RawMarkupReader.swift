import BookModel
import Markdown
import Markup

/// Makes elements of the harmless HTML in a chapter's text, and reports all other HTML.
struct RawMarkupReader {
  private let source: SourceText
  private let errors: ErrorCollector
  /// The places that `<a id="…">` names.
  private(set) var anchors: [NamedPlace] = []

  init(source: SourceText, errors: ErrorCollector) {
    self.source = source
    self.errors = errors
  }

  /// Reads a document.
  mutating func read(_ document: MarkdownDocument) {
    var parents: [MarkdownNode] = []
    var known = Set<MarkdownNode>()
    for node in document.root.descendants where node.kind == .htmlInline || node.kind == .htmlBlock
    {
      if let parent = node.parent, known.insert(parent).inserted { parents.append(parent) }
    }
    for parent in parents {
      let elements = parent.children.flatMap { child in
        child.kind == .htmlInline ? inline(child) : child.kind == .htmlBlock ? block(child) : []
      }
      build(elements)
    }
  }

  /// A tag in the text, and the node in whose place it stands.
  private struct Part {
    let node: MarkdownNode
    let tag: RawTag
    let text: String
  }

  private func report(_ tag: String, _ node: MarkdownNode) {
    errors.report(.foreign(.rawHTML, tag), at: source.place(of: node))
  }

  private func inline(_ node: MarkdownNode) -> [Part] {
    let text = node.literal ?? ""
    guard let tag = RawTag(text) else {
      if RawMarkupText.pieces(of: text)?.isEmpty == true {
        // A comment.
        node.remove()
      } else {
        report(text, node)
      }
      return []
    }
    guard tag.isHarmless, tag.element != .details, tag.element != .summary else {
      report(text, node)
      return []
    }
    return [Part(node: node, tag: tag, text: text)]
  }

  /// Divides a block of HTML at its tags, if all of them are harmless; comments are left out.
  private func block(_ node: MarkdownNode) -> [Part] {
    guard let literal = node.literal, let pieces = RawMarkupText.pieces(of: literal) else {
      if let tag = RawMarkupText.firstTag(in: node.literal ?? "") { report(tag, node) }
      return []
    }
    if let harmful = pieces.first(where: { $0.tag?.isHarmless == false }) {
      report(harmful.text, node)
      return []
    }
    var parts: [Part] = []
    for piece in pieces {
      if let tag = piece.tag {
        let place = node.insertBefore(blockHTML: "")
        parts.append(Part(node: place, tag: tag, text: piece.text))
      } else if piece.text.utf8.contains(where: { $0 > 0x20 }) {
        let line = node.insertBefore(blockHTML: "")
        line.appendInline(opening: "", closing: "").append(text: piece.text)
      }
    }
    node.remove()
    return parts
  }

  /// Puts what stands between two tags into an element. A tag without a partner is text.
  private mutating func build(_ parts: [Part]) {
    var open: [Part] = []
    // The number of open parts of each element.
    var counts: [RawTag.Element: Int] = [:]
    for part in parts {
      guard let element = part.tag.element else { continue }
      if element.isVoid {
        let place = part.node.insertBefore(inlineHTML: "")
        place.setHTML(opening: "<br/>", closing: "")
        part.node.remove()
      } else if !part.tag.isEnd {
        open.append(part)
        counts[element, default: 0] += 1
      } else if counts[element, default: 0] > 0 {
        while let last = open.popLast() {
          if let element = last.tag.element { counts[element, default: 0] -= 1 }
          guard last.tag.element == element else {
            showAsText(last)
            continue
          }
          wrap(from: last, through: part)
          break
        }
      } else {
        showAsText(part)
      }
    }
    for lost in open { showAsText(lost) }
  }

  private mutating func wrap(from open: Part, through close: Part) {
    guard let element = open.tag.element, open.node.parent == close.node.parent else {
      showAsText(open)
      return showAsText(close)
    }
    let name = HTML(trusted: element.rawValue)
    var attribute: HTML?
    if element == .a, let anchor = open.tag.name {
      attribute = " id=\"\(name: anchor)\""
    } else if element == .details, open.tag.attributes["open"] != nil {
      attribute = " open=\"\""
    }
    let isBlock = open.node.kind.isBlock
    let place =
      isBlock
      ? open.node.insertBefore(blockHTML: "") : open.node.insertBefore(inlineHTML: "")
    place.setHTML(opening: "<\(name)\(attribute)>", closing: "</\(name)>")
    if element == .a, let anchor = open.tag.name {
      let range = source.place(of: open.node)
      anchors.append(NamedPlace(name: anchor, node: place, title: anchor, range: range))
    }
    var node = open.node.nextSibling
    while let current = node, current != close.node {
      node = current.nextSibling
      place.adopt(current)
    }
    open.node.remove()
    close.node.remove()
  }

  private func showAsText(_ part: Part) {
    report(part.text, part.node)
    guard part.node.kind == .customBlock else { return }
    let line = part.node.insertBefore(blockHTML: "")
    line.appendInline(opening: "<p>", closing: "</p>").append(text: part.text)
    part.node.remove()
  }
}

/// The text of a block of HTML.
enum RawMarkupText {
  /// Divides a text at its tags and comments, which are left out; nil when some `<` begins neither.
  static func pieces(of text: String) -> [(text: String, tag: RawTag?)]? {
    var pieces: [(text: String, tag: RawTag?)] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != UInt8(ascii: "<") }
      if !plain.isEmpty { pieces.append((String(decoding: plain, as: UTF8.self), nil)) }
      rest = rest[plain.endIndex...]
      if rest.isEmpty { break }
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(ofComment: rest) else { return nil }
        rest = rest[end...]
        continue
      }
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let markup = String(decoding: rest[...close], as: UTF8.self)
      guard let tag = RawTag(markup) else { return nil }
      pieces.append((markup, tag))
      rest = rest[(close + 1)...]
    }
    return pieces
  }

  /// Returns the first tag of a text that is no comment; nil for a text that is one comment.
  static func firstTag(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "<")) else { return nil }
    if bytes[start...].starts(with: "<!--".utf8), let end = end(ofComment: bytes[start...]) {
      return firstTag(in: String(decoding: bytes[end...], as: UTF8.self))
    }
    let tag = bytes[start...].prefix { $0 != UInt8(ascii: ">") && $0 != 0x0A }
    return String(decoding: tag, as: UTF8.self) + ">"
  }

  private static func end(ofComment bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 4
    while index + 3 <= bytes.endIndex {
      if bytes[index..<(index + 3)].elementsEqual("-->".utf8) { return index + 3 }
      index += 1
    }
    return nil
  }
}
