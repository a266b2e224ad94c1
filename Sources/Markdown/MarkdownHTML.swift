import Markup

extension MarkdownNode {
  /// The node and all below it as CommonMark's HTML; see `MarkdownDocument.html`.
  public func html(allowingRawHTML: Bool = false) -> String {
    var writer = MarkdownHTML(tree: document.tree, allowsRawHTML: allowingRawHTML)
    writer.write(index)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The node and all below it as a part of a page: HTML in the text is left out, and characters that
  /// HTML does not allow are U+FFFD.
  public var pageHTML: HTML {
    var writer = MarkdownHTML(tree: document.tree, allowsRawHTML: false, replacesControls: true)
    writer.write(index)
    return HTML(trusted: String(decoding: writer.bytes, as: UTF8.self), places: writer.places)
  }
}

/// Writes a tree as HTML, byte for byte as libcmark does.
/// - Source: CommonMark 0.30, whose examples show the form
private struct MarkdownHTML {
  let tree: MarkdownTree
  let allowsRawHTML: Bool
  let replacesControls: Bool
  private(set) var bytes: [UInt8] = []
  /// The places of the addresses of links, and those within HTML that was put into the tree.
  private(set) var places: [HTML.Place] = []
  /// The image whose words are written as its text alternative.
  private var image: Int32 = -1

  init(tree: MarkdownTree, allowsRawHTML: Bool, replacesControls: Bool = false) {
    self.tree = tree
    self.allowsRawHTML = allowsRawHTML
    self.replacesControls = replacesControls
    bytes.reserveCapacity(tree.literals.count + tree.literals.count / 4)
  }

  /// Writes a node and all below it, without recursion: nesting may be deep.
  mutating func write(_ root: Int32) {
    var index = root
    enter(index)
    while true {
      let child = tree.nodes[Int(index)].first
      if child >= 0 {
        index = child
        enter(index)
        continue
      }
      while true {
        leave(index)
        if index == root { return }
        let node = tree.nodes[Int(index)]
        index = node.next >= 0 ? node.next : node.parent
        if node.next >= 0 { break }
      }
      enter(index)
    }
  }

  // MARK: Nodes

  private mutating func enter(_ index: Int32) {
    let node = tree.nodes[Int(index)]
    if image >= 0 { return writeWords(of: node) }
    switch node.kind {
    case .document: break
    case .blockQuote: line("<blockquote>\n")
    case .list:
      let start = node.number == 1 ? "" : " start=\"\(node.number)\""
      line(node.isOrdered ? "<ol\(start)>\n" : "<ul>\n")
    case .item: line("<li>")
    case .heading: line("<h\(node.number)>")
    case .codeBlock: writeCode(node)
    case .htmlBlock:
      endLine()
      if allowsRawHTML { bytes += tree.literal(of: node) } else { bytes += Self.omitted }
      endLine()
    case .customBlock:
      endLine()
      write(frame(of: node).opening)
      endLine()
    case .customLine:
      endLine()
      write(frame(of: node).opening)
    case .thematicBreak: line("<hr />\n")
    case .paragraph: if !isTight(node) { line("<p>") }
    case .text: escape(tree.literal(of: node))
    case .softBreak: bytes.append(0x0A)
    case .lineBreak: bytes += "<br />\n".utf8
    case .code:
      bytes += "<code>".utf8
      escape(tree.literal(of: node))
      bytes += "</code>".utf8
    case .htmlInline:
      if allowsRawHTML { bytes += tree.literal(of: node) } else { bytes += Self.omitted }
    case .customInline: write(frame(of: node).opening)
    case .emphasis: bytes += "<em>".utf8
    case .strong: bytes += "<strong>".utf8
    case .strikethrough: bytes += "<del>".utf8
    case .link:
      bytes += "<a href=\"".utf8
      let start = bytes.count
      writeAddress(pair(of: node))
      // Without a name it is the page itself, which is elsewhere in a book.
      let isName = bytes.count - start > 1 && bytes[start] == UInt8(ascii: "#")
      places.append(
        isName ? .init(.name, start + 1..<bytes.count) : .init(.address, start..<bytes.count))
      writeTitle(pair(of: node))
      bytes += "\">".utf8
    case .image:
      bytes += "<img src=\"".utf8
      writeAddress(pair(of: node))
      bytes += "\" alt=\"".utf8
      image = index
    case .table, .tableCaption, .tableHead, .tableRow, .tableCell, .admonition, .footnote,
      .footnoteMark, .citation, .possibleCitation, .taskMark, .formula, .displayFormula,
      .inlineValue, .block, .figureCaption:
      // Extensions have no HTML of their own; the renderer replaces them.
      break
    }
  }

  private mutating func leave(_ index: Int32) {
    let node = tree.nodes[Int(index)]
    if image == index {
      image = -1
    } else if image >= 0 {
      return
    }
    switch node.kind {
    case .blockQuote: line("</blockquote>\n")
    case .list: bytes += (node.isOrdered ? "</ol>\n" : "</ul>\n").utf8
    case .item: bytes += "</li>\n".utf8
    case .heading: bytes += "</h\(node.number)>\n".utf8
    case .customBlock:
      endLine()
      write(frame(of: node).closing)
      endLine()
    case .customLine:
      write(frame(of: node).closing)
      endLine()
    case .paragraph: if !isTight(node) { bytes += "</p>\n".utf8 }
    case .customInline: write(frame(of: node).closing)
    case .emphasis: bytes += "</em>".utf8
    case .strong: bytes += "</strong>".utf8
    case .strikethrough: bytes += "</del>".utf8
    case .link: bytes += "</a>".utf8
    case .image:
      writeTitle(pair(of: node))
      bytes += "\" />".utf8
    default: break
    }
  }

  /// Within an image only words are left.
  private mutating func writeWords(of node: MarkdownTree.Node) {
    switch node.kind {
    case .text, .code, .htmlInline: escape(tree.literal(of: node))
    case .softBreak, .lineBreak: bytes.append(0x20)
    default: break
    }
  }

  private mutating func writeCode(_ node: MarkdownTree.Node) {
    endLine()
    let info = node.pair >= 0 ? pair(of: node).first : ""
    bytes += "<pre><code".utf8
    if !info.isEmpty {
      bytes += " class=\"language-".utf8
      escape(Array(info.utf8.prefix { !Self.isSpace($0) })[...])
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    escape(tree.literal(of: node))
    bytes += "</code></pre>\n".utf8
  }

  private mutating func writeAddress(_ pair: MarkdownTree.Pair) {
    guard allowsRawHTML || !Self.isDangerous(pair.first) else { return }
    for byte in pair.first.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "'"): bytes += "&#x27;".utf8
      case _ where Self.isSafeInAddress(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      }
    }
  }

  private mutating func writeTitle(_ pair: MarkdownTree.Pair) {
    if pair.second.isEmpty { return }
    bytes += "\" title=\"".utf8
    escape(Array(pair.second.utf8)[...])
  }

  // MARK: Pieces

  private func pair(of node: MarkdownTree.Node) -> MarkdownTree.Pair {
    node.pair >= 0 ? tree.pairs[Int(node.pair)] : .init(first: "")
  }

  private func frame(of node: MarkdownTree.Node) -> MarkdownTree.Frame {
    node.pair >= 0 ? tree.frames[Int(node.pair)] : .init()
  }

  private mutating func write(_ html: HTML) {
    let start = bytes.count
    places += html.places.map { $0.moved(by: start) }
    bytes += html.markup.utf8
  }

  /// Returns true for a paragraph in a tight list.
  private func isTight(_ node: MarkdownTree.Node) -> Bool {
    guard node.parent >= 0 else { return false }
    let outer = tree.nodes[Int(node.parent)].parent
    return outer >= 0 && tree.nodes[Int(outer)].isTight
  }

  /// Writes on a line of its own.
  private mutating func line(_ text: String) {
    endLine()
    bytes += text.utf8
  }

  private mutating func endLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  private mutating func escape(_ text: ArraySlice<UInt8>) {
    for byte in replacesControls ? HTMLEscaping.replacingControls(in: text) : text {
      switch byte {
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
  }

  private static let omitted = Array("<!-- raw HTML omitted -->".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Returns true when a byte is written in an address without encoding.
  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: safeMarks.contains(byte)
    }
  }

  private static let safeMarks = Set("-_.+!*(),%#@?=;:/$~".utf8)

  /// Returns true when an address may run a script or show a file.
  private static func isDangerous(_ address: String) -> Bool {
    let bytes = address.utf8.prefix(32).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { begins("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains(where: begins)
  }
}
