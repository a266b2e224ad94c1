import BookModel
import Markdown

/// A term that a chapter defines: words in bold, such as `**learning rate**`.
///
/// Bold words at the beginning of a list's item and those with a mark of a sentence at their end are
/// headings of what follows, and no terms; neither are those in tables.
struct MarkedTerm: Equatable {
  /// The term's Markdown.
  let text: String
  /// The label of the section that defines it; nil above the first one.
  let label: String?

  /// Returns the terms of a chapter in the order of the text, each once.
  static func all(in chapter: Chapter) -> [MarkedTerm] {
    guard let tree = chapter.tree else { return [] }
    let sections = chapter.prose.labels.filter { label in
      if case .section = label.kind { true } else { label.kind == .exercise }
    }
    var known: Set<String> = []
    return MarkdownDocument(tree).root.descendants.compactMap { node in
      guard node.kind == .strong, node.parent?.kind == .paragraph, !isHeading(node) else {
        return nil
      }
      let words = node.plainText
      guard isTerm(words), known.insert(words.lowercased()).inserted else { return nil }
      let section = sections.last { $0.range.start.line <= line(of: node) }
      return MarkedTerm(text: MarkdownText.escaped(words), label: section?.id)
    }
  }

  /// The line of a node, or of the block that contains it: inline nodes may have none.
  private static func line(of node: MarkdownNode) -> Int {
    node.start.line > 0 ? node.start.line : node.parent.map(line) ?? 0
  }

  private static func isHeading(_ node: MarkdownNode) -> Bool {
    node.previousSibling == nil && node.parent?.parent?.kind == .item
  }

  private static func isTerm(_ words: String) -> Bool {
    guard let last = words.last, words.contains(where: \.isLetter) else { return false }
    return !".,:;!?。，：；！？".contains(last) && words.count <= 60
  }
}
