import BookModel
import Markdown

/// A list of what the chapters of a book contain, as the Markdown of a chapter that asks for it.
public struct BookList: Sendable {
  private let kind: FrontMatter.List
  private let path: String
  private let language: FrontMatter.Language
  private let chapters: [Chapter]

  /// Prepares the list that a chapter asks for; nil when it asks for none.
  /// - Parameter chapters: the book's chapters; those in the same language are listed, but for the
  ///   reference and other lists
  public init?(of chapter: Chapter, among chapters: [Chapter]) {
    guard let kind = chapter.frontMatter.lists else { return nil }
    (self.kind, path, language) = (kind, chapter.path, chapter.frontMatter.language)
    self.chapters = chapters.filter { other in
      other.frontMatter.language == chapter.frontMatter.language && !other.frontMatter.isGenerated
    }.sorted { one, other in
      let (a, b) = (one.frontMatter.order ?? .max, other.frontMatter.order ?? .max)
      return a == b ? one.path < other.path : a < b
    }
  }

  /// The Markdown.
  public var markdown: String {
    switch kind {
    case .terms: terms
    case .figures: byChapter(figures)
    case .works: works
    }
  }

  private var colon: String { language.say(": ", "：") }
  private var comma: String { language.say(", ", "、") }

  private func address(_ chapter: Chapter, _ label: String? = nil) -> String {
    RelativeAddress.address(of: chapter.path, from: path) + (label.map { "#" + $0 } ?? "")
  }

  private func byChapter(_ lines: (Chapter) -> [String]) -> String {
    chapters.map { chapter in
      let lines = lines(chapter)
      if lines.isEmpty { return "" }
      return "## \(MarkdownText.escaped(chapter.frontMatter.title))\n\n"
        + lines.map { "- \($0)\n" }.joined() + "\n"
    }.joined()
  }

  // MARK: Figures

  private func figures(of chapter: Chapter) -> [String] {
    chapter.blocks.flatMap { block -> [String] in
      guard let id = block.experimentID else { return [] }
      return block.options.captions.enumerated().compactMap { index, caption in
        guard let label = caption.label ?? (index == 0 ? id : nil) else { return nil }
        // Labels of the chapter are in another file here.
        let text = caption.markdown.replacing("](#", with: "](\(address(chapter))#")
        return "[](\(address(chapter, label)))\(colon)\(text)"
      }
    }
  }

  // MARK: Terms

  /// In English by the alphabet. In Chinese by the chapters in which they are defined: an order by sound
  /// or strokes needs a dictionary.
  private var terms: String {
    if language == .chinese {
      return byChapter { chapter in
        MarkedTerm.all(in: chapter).map { "\($0.text)\(colon)[](\(address(chapter, $0.label)))" }
      }
    }
    var entries: [String: (term: String, places: [String])] = [:]
    for chapter in chapters {
      for term in MarkedTerm.all(in: chapter) {
        let key = term.text.lowercased()
        var entry = entries[key] ?? (term.text, [])
        // A term at the beginning of a sentence has a capital letter.
        if term.text == key { entry.term = key }
        entry.places.append("[](\(address(chapter, term.label)))")
        entries[key] = entry
      }
    }
    var text = ""
    var letter = ""
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let first = key.prefix(1).uppercased()
      if first != letter {
        letter = first
        text += "\n## \(MarkdownText.escaped(letter))\n\n"
      }
      text += "- \(entry.term)\(colon)\(entry.places.joined(separator: comma))\n"
    }
    return text
  }

  // MARK: Works

  private var works: String {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for chapter in chapters {
      let known = Set(chapter.prose.bibliography.map(\.key))
      var own: Set<String> = []
      for citation in chapter.prose.citationGroups.flatMap(\.citations)
      where known.isEmpty || known.contains(citation.key) {
        guard own.insert(citation.key).inserted else { continue }
        if places[citation.key] == nil { order.append(citation.key) }
        places[citation.key, default: []].append(
          "[\(MarkdownText.escaped(chapter.frontMatter.title))](\(address(chapter)))")
      }
    }
    return order.map { key in
      "- @{\(key)}\(colon)\((places[key] ?? []).joined(separator: comma))\n"
    }.joined()
  }
}
