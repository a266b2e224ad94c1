import Markdown
import Markup
import OutputViews

extension Caption {
  /// A caption whose inlines are as a page shows them; nil when it has none.
  init?(_ node: MarkdownNode) {
    guard node.firstChild != nil else { return nil }
    self.init(
      html: node.pageHTML, words: node.descendants.reduce(into: "") { $0 += $1.words })
  }
}
