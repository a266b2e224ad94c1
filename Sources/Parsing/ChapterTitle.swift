import BookModel
import Markdown
import Prose

/// Finds a title for a chapter whose front matter has none.
enum ChapterTitle {
  /// Returns the text of the first heading of level 1 that is not empty, without its label; of the first
  /// heading of any level when there is none.
  static func heading(of document: MarkdownDocument) -> String? {
    let headings = document.root.children.filter { $0.headingLevel != nil }
    let ordered = headings.filter { $0.headingLevel == 1 } + headings
    return ordered.lazy.map(title).first { title in
      title.utf8.contains { $0 != 0x20 && $0 != 0x09 }
    }
  }

  private static func title(of heading: MarkdownNode) -> String {
    let text = heading.plainText
    return LabelSuffix(ofHeading: heading) == nil ? text : LabelSuffix(text)?.rest ?? text
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

  /// Returns the first words of a text without headings.
  static func opening(of document: MarkdownDocument, _ language: FrontMatter.Language) -> String {
    let paragraph = document.root.children.lazy.filter { $0.kind == .paragraph }.map(\.plainText)
      .first { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
    guard let paragraph else { return untitled(language) }
    var title = ""
    for word in paragraph.split(separator: " ") {
      if title.unicodeScalars.count + word.unicodeScalars.count > 50 { break }
      title += (title.isEmpty ? "" : " ") + word
    }
    if title.isEmpty {
      title = String(String.UnicodeScalarView(paragraph.unicodeScalars.prefix(20)))
    }
    return title.utf8.count < paragraph.utf8.count ? title + " …" : title
  }

  /// The title of a chapter without any words.
  static func untitled(_ language: FrontMatter.Language) -> String {
    switch language {
    case .english: "Untitled chapter"
    case .chinese: "无题"
    }
  }
}
