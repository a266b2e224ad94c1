import Markdown
import Markup

/// The caption that a block gives a chart or a table.
struct Caption {
  /// Its markup.
  let html: HTML
  /// The words that a search finds in it.
  let words: String
  /// The caption by itself, for a block that shows nothing for it.
  var paragraph: HTML { "<p class=\"caption\">\(html)</p>\n" }

  /// A caption whose inlines are as a page shows them; nil when it has none.
  init?(_ node: MarkdownNode) {
    guard node.firstChild != nil else { return nil }
    html = node.pageHTML
    words = node.descendants.reduce(into: "") { $0 += $1.words }
  }
}
