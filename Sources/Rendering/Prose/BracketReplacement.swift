import Markdown
import Prose

/// Replaces the footnote marks and citations within running text.
struct BracketReplacement {
  let notes: NotePlacement
  let citations: CitationLinks

  /// Replaces among the nodes of a document, in its order.
  ///
  /// - Returns: whether there was anything to replace.
  func replace(_ nodes: [MarkdownNode]) -> Bool {
    var hasReplaced = false
    for node in nodes {
      switch node.kind {
      case .text: hasReplaced = replace(text: node) || hasReplaced
      case .link:
        guard let mark = notes.mark(forLink: node) else { continue }
        node.replace(withInlineHTML: mark.markup)
        hasReplaced = true
      default: break
      }
    }
    return hasReplaced
  }

  private func replace(text node: MarkdownNode) -> Bool {
    guard node.parent != nil, let pieces = TextPiece.pieces(of: node.literal ?? "") else {
      return false
    }
    for (piece, _) in pieces {
      switch piece {
      case .text(let text), .brokenCitation(let text): node.insertBefore(text: text)
      case .citation(let works):
        node.insertBefore(inlineHTML: citations.html(for: works).markup)
      case .footnote(let label):
        if let mark = notes.mark(label, in: node) {
          node.insertBefore(inlineHTML: mark.markup)
        } else {
          node.insertBefore(text: "[^\(label)]")
        }
      }
    }
    node.remove()
    return true
  }
}
