import BookModel
import Markdown

/// Replaces the footnote marks and citations within running text.
struct BracketReplacement {
  let notes: NotePlacement
  let citations: CitationLinks
  /// The chapter's brackets of citations.
  let brackets: [[Citation]]

  /// Replaces among the nodes of a document, in its order.
  func replace(_ nodes: [MarkdownNode]) {
    for node in nodes {
      switch node.kind {
      case .footnoteMark:
        let label = node.name ?? ""
        if let mark = notes.mark(label, in: node) {
          node.replace(withInlineHTML: mark)
        } else {
          node.replace(withText: "[^\(label)]")
        }
      case .citation:
        let works = node.item.map { brackets[$0] } ?? []
        node.replace(
          withInlineHTML: citations.html(for: works), words: citations.words(for: works))
      default: break
      }
    }
  }
}
