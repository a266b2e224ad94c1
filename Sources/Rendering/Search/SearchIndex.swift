import BookModel
import Compression
import Digests

/// The index for the search over the chapters of one language: a classic script, because a page
/// that is read from a file can load nothing else.
///
/// It holds the words of every section as they are, which is also what the results quote, packed chapter by
/// chapter. The search takes them apart into terms when it loads them: this is a matter of milliseconds,
/// and any index of terms would be larger than the words themselves.
struct SearchIndex {
  let language: FrontMatter.Language

  /// The script.
  /// - Parameter parts: the parts of all chapters in the language
  func file(_ parts: [BookPart]) -> SiteFile {
    var text = JSONText()
    text.raw("(globalThis.gradbookIndex ??= []).push({\"language\":")
    text.string(InterfaceWords(language: language).languageTag)
    text.raw(",\"chapters\":[")
    var bytes = text.bytes
    for (index, part) in parts.enumerated() {
      bytes += index > 0 ? ",\n".utf8 : "\n".utf8
      bytes += part.searched
    }
    bytes += "]});\n".utf8
    return SiteFile(path: PagePath.searchIndex(language).description, bytes: bytes)
  }

  /// A chapter's part of the script: a text in JSON, packed, in quotation marks.
  static func part(_ entry: BookOutline.Entry, _ sections: [SectionText]) -> [UInt8] {
    var text = JSONText()
    text.raw("[")
    text.string(PagePath.index.link(to: entry.path))
    text.raw(",\(entry.frontMatter.order.map(String.init) ?? "null"),")
    let title = entry.frontMatter.title
    let words = InterfaceWords(language: entry.frontMatter.language)
    text.string(entry.frontMatter.isReference ? "\(words.reference): \(title)" : title)
    text.raw(",[")
    for (index, section) in sections.enumerated() {
      text.raw(index > 0 ? ",\n[" : "\n[")
      text.string(section.anchor)
      text.raw(",")
      text.string(section.heading)
      text.raw(",")
      text.string(section.text)
      if !section.stressed.isEmpty || !section.code.isEmpty {
        text.raw(",")
        text.string(section.stressed)
      }
      if !section.code.isEmpty {
        text.raw(",")
        text.string(section.code)
      }
      text.raw("]")
    }
    text.raw("]]")
    return Array("\"\(Base64.text(Gzip.packed(text.bytes)))\"".utf8)
  }
}
