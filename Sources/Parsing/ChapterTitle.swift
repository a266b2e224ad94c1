import Markdown

/// Where the title of a chapter comes from when its front matter has none.
enum ChapterTitle {
  /// The words of the first heading of level 1 that has any.
  static func heading(of document: MarkdownDocument) -> String? {
    for block in document.root.children where block.headingLevel == 1 {
      let title = block.plainText
      if title.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) { return title }
    }
    return nil
  }

  /// The file's name without its folders and its ending.
  static func fileName(of path: String) -> String {
    let name = path.utf8.split(separator: 0x2F).last ?? path.utf8[...]
    let stem = name.lastIndex(of: 0x2E).map { name[..<$0] } ?? name
    return String(Substring(stem.isEmpty ? name : stem))
  }
}
