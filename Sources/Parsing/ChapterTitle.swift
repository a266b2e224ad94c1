import Markdown

/// Finds a title for a chapter whose front matter has none.
enum ChapterTitle {
  /// Returns the text of the first non-empty heading of level 1.
  static func heading(of document: MarkdownDocument) -> String? {
    for block in document.root.children where block.headingLevel == 1 {
      let title = block.plainText
      if title.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) { return title }
    }
    return nil
  }

  /// Returns the text after the first `# ` at the start of a line, in a file that cannot be parsed.
  static func line(of source: SourceText, from first: Int) -> String? {
    for number in first..<(first + 100) {
      let line = source.line(number)
      guard line.starts(with: [0x23, 0x20]) else { continue }
      let words = String(decoding: line.dropFirst(2).drop { $0 == 0x20 }, as: UTF8.self)
      if !words.isEmpty { return words }
    }
    return nil
  }

  /// Returns the file's name without its folders and its extension.
  static func fileName(of path: String) -> String {
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    let stem = name.lastIndex(of: 0x2E).map { name[..<$0] } ?? name
    return String(Substring(stem.isEmpty ? name : stem))
  }
}
