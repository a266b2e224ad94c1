import Markdown

/// The words of a section of a chapter, for the search: prose, captions, formulas, tables, and apart from
/// them the words of code and of printed lines; no drawings or errors.
struct SectionText: Equatable {
  /// The name by which links find its heading; empty before the first one.
  var anchor = ""
  /// The heading; empty before the first one.
  var heading = ""
  /// The words below it.
  var text = ""
  /// The stressed ones among them, as words are where they are explained.
  var stressed = ""
  /// The words of its code and of what it prints, each once.
  var code = ""

  /// The sections of a document in its final form, those without a word left out.
  /// - Parameters:
  ///   - anchors: the names of the headings, by the blocks that they have become
  ///   - code: the texts of blocks of code, by what stands in their places
  static func sections(
    of document: MarkdownDocument, anchors: [MarkdownNode: String],
    code: [MarkdownNode: String] = [:]
  ) -> [SectionText] {
    var sections = [SectionText()]
    var isInHeading = false
    for node in document.root.descendants {
      if node.kind.isBlock {
        let anchor = anchors[node]
        isInHeading = anchor != nil
        if let anchor { sections.append(SectionText(anchor: anchor)) }
      }
      let last = sections.count - 1
      if let text = code[node] { sections[last].code += text + "\n" }
      if isInHeading {
        sections[last].heading += node.words
        continue
      }
      // Words of several blocks are never one.
      sections[last].text += node.kind.isBlock ? " " + node.words : node.words
      if node.isStressed, node.parent?.isStressed == false {
        sections[last].stressed += node.descendants.reduce(into: "") { $0 += $1.words } + " "
      }
    }
    return sections.map(\.tidy).filter {
      !$0.heading.isEmpty || !$0.text.isEmpty || !$0.code.isEmpty
    }
  }

  /// The section with single spaces between its words.
  private var tidy: SectionText {
    SectionText(
      anchor: anchor, heading: Self.tidy(heading), text: Self.tidy(text),
      stressed: Self.tidy(stressed), code: Self.words(of: code))
  }

  /// The words and names of a text, each once.
  private static func words(of text: String) -> String {
    var seen: Set<String> = []
    let words = text.unicodeScalars.split { !$0.properties.isAlphabetic && $0 != "_" }
    return words.map(String.init).filter { $0.utf8.count > 1 && seen.insert($0).inserted }
      .joined(separator: " ")
  }

  private static func tidy(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MarkdownNode {
  fileprivate var isStressed: Bool { kind == .emphasis || kind == .strong }
}
