import BookModel
import Markdown

/// Replaces the footnote marks and citations within running text.
struct BracketReplacement {
  let notes: NotePlacement
  let citations: CitationLinks
  /// The chapter's groups of citations.
  let groups: [CitationGroup]

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
      case .citation, .possibleCitation:
        guard let group = node.item.map({ groups[$0] }), citations.isCitation(group) else {
          node.replace(withText: node.literal ?? "")
          continue
        }
        node.replace(
          withInlineHTML: citations.html(for: group), text: node.plainText,
          words: citations.words(for: group))
      default: break
      }
    }
  }
}
