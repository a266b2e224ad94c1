import BookModel

/// The index for the search over the chapters of one language: a classic script, because a page
/// that is read from a file can load nothing else.
///
/// It holds the words of every section as they are, which is also what the results quote. The
/// search takes them apart into terms when it loads them: this is a matter of milliseconds, and any
/// index of terms would be larger than the words themselves.
struct SearchIndex {
  /// A chapter's sections.
  struct Chapter {
    let entry: BookOutline.Entry
    let sections: [SectionText]
  }

  let language: FrontMatter.Language
  let chapters: [Chapter]

  /// The index's file name in the site.
  static func name(_ language: FrontMatter.Language) -> String {
    PagePath.named("search-index", language) + ".js"
  }

  /// The script.
  var script: String {
    var text = JSONText()
    text.raw("(globalThis.gradbookIndex ??= []).push({\"language\":")
    text.string(InterfaceWords(language: language).languageTag)
    text.raw(",\"chapters\":[")
    for (index, chapter) in chapters.enumerated() {
      if index > 0 { text.raw(",") }
      text.raw("\n[")
      text.string(PagePath.index.link(to: chapter.entry.path))
      text.raw(",\(chapter.entry.frontMatter.order.map(String.init) ?? "null"),")
      text.string(chapter.entry.frontMatter.title)
      text.raw(",[")
      for (index, section) in chapter.sections.enumerated() {
        text.raw(index > 0 ? ",\n[" : "\n[")
        text.string(section.anchor)
        text.raw(",")
        text.string(section.heading)
        text.raw(",")
        text.string(section.text)
        if !section.stressed.isEmpty {
          text.raw(",")
          text.string(section.stressed)
        }
        text.raw("]")
      }
      text.raw("]]")
    }
    text.raw("]});\n")
    return text.text
  }
}

/// Collects JSON.
private struct JSONText {
  private var bytes: [UInt8] = []

  /// What was collected.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds punctuation.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Adds a string with its quotes.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
