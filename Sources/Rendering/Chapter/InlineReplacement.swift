import Markdown
import Markup
import Prose

/// Replaces the inlines that a page shows in its own way: raw HTML, links to places that are not on the
/// list, images, formulas, published values, and line ends between Chinese characters.
struct InlineReplacement {
  let links: ChapterLinks
  let words: InterfaceWords
  let values: InlineValueView
  let formulas: ChapterFormulas
  let images: ImageView
  /// The addresses of files that are not there.
  let missingFiles: Set<String>
  /// Leads names of the engine to where they are documented.
  let codeLinks: CodeLinks?
  /// False to leave apostrophes, quotation marks and dashes as they were typed.
  let isTypeset: Bool
  /// The bytes of formulas so far. More than a page may hold are not made: it is left out then.
  private var formulaSize = 0

  init(
    links: ChapterLinks, words: InterfaceWords, values: InlineValueView, formulas: ChapterFormulas,
    images: ImageView, missingFiles: Set<String>, codeLinks: CodeLinks?, isTypeset: Bool
  ) {
    self.links = links
    self.words = words
    self.values = values
    self.formulas = formulas
    self.images = images
    self.missingFiles = missingFiles
    self.codeLinks = codeLinks
    self.isTypeset = isTypeset
  }

  /// Replaces among all nodes of a document, given in its order. Inner nodes come before outer
  /// ones, so that what is inside a link has become harmless when the link is looked at.
  mutating func replace(in nodes: inout [MarkdownNode]) {
    // Formulas take the marks around them from the texts.
    for node in nodes where node.kind == .text { typeset(node) }
    for node in nodes.reversed() {
      switch node.kind {
      case .htmlInline: showAsText(node)
      case .link: check(node)
      case .image: describe(node)
      case .code: divide(node)
      case .paragraph: LineKeeping.keepEnd(of: node)
      case .formula where formulaSize <= PageLimit.maximumSize: showFormula(node)
      case .inlineValue: values.replace(node)
      case .taskMark:
        let state: HTML? = node.item == 1 ? " checked=\"\"" : nil
        let label = words.task(isDone: node.item == 1)
        node.replace(
          withInlineHTML: "<input type=\"checkbox\" disabled=\"\"\(state) aria-label=\"\(label)\"/>"
        )
      case .softBreak where CJKText.joins(node.previousSibling, node.nextSibling): node.remove()
      default: continue
      }
    }
    nodes.removeAll { !$0.kind.isBlock }
  }

  /// Replaces the signs that the author typed by those that typesetters set.
  private func typeset(_ node: MarkdownNode) {
    guard isTypeset, let literal = node.literal else { return }
    let previous: Unicode.Scalar? =
      switch node.previousSibling?.kind {
      case nil: nil
      case .text: node.previousSibling?.literal?.unicodeScalars.last
      case .softBreak, .lineBreak: " "
      default: "x"
      }
    let text = TypographicText.text(literal, after: previous)
    if text != literal { node.setLiteral(text) }
  }

  private func divide(_ node: MarkdownNode) {
    guard let code = node.literal else { return }
    let link = node.hasLinkAround ? nil : codeLinks?.link(ofInline: code)
    let divided = LineKeeping.divided(code)
    if link == nil, divided == nil { return }
    let html: HTML = "<code>\(divided ?? VisibleText(code).html)</code>"
    node.replace(withInlineHTML: link?.around(html) ?? html, text: code, words: code)
  }

  /// Turns a node into its formula, with the marks that touch it.
  private mutating func showFormula(_ node: MarkdownNode) {
    let view = formulas.view(ofInline: node)
    let (before, after) = (
      LineKeeping.takeOpening(before: node), LineKeeping.takeClosing(after: node)
    )
    func around(_ text: String) -> String { (before ?? "") + text + (after ?? "") }
    let inline = view.inline(
      before: before.map { VisibleText($0).html }, after: after.map { VisibleText($0).html })
    let html: HTML = LineKeeping.mayEndLine(after, before: node) ? "\(inline)<wbr/>" : inline
    formulaSize += html.length
    node.turnIntoInline(html, text: around(node.plainText), words: around(view.searchWords))
  }

  private func showAsText(_ node: MarkdownNode) {
    let markup = node.literal ?? ""
    node.replace(withInlineHTML: VisibleText(markup).html, words: markup)
  }

  private func check(_ link: MarkdownNode) {
    let address = link.destination ?? ""
    if missingFiles.contains(String(address.prefix { $0 != "#" })) {
      let content = link.children.map(\.pageHTML).joined()
      link.replace(
        withInlineHTML: "<span class=\"missing\">\(content)</span>", words: link.plainText)
    } else if let target = links.target(of: address) {
      link.setDestination(target)
    } else {
      let content = link.children.map(\.pageHTML).joined()
      link.replace(
        withInlineHTML: refusal(of: address, around: content), words: link.plainText)
    }
  }

  /// An image beside the chapter is put into the page. Another would have to be fetched from somewhere:
  /// its words stand for it, and lead to it when it lies on the web.
  private func describe(_ image: MarkdownNode) {
    let address = image.destination ?? ""
    let embedded = images.html(address, alternative: image.plainText, title: image.title)
    if let embedded {
      image.replace(withInlineHTML: embedded)
      return
    }
    let text = HTML(text: image.plainText.isEmpty ? address : image.plainText)
    guard case .outside(let target) = LinkTarget(address), image.parent?.kind != .link else {
      image.replace(withInlineHTML: text, words: image.plainText)
      return
    }
    let link: HTML = "<a href=\"\(target)\">\(text)</a>"
    image.replace(withInlineHTML: link, words: image.plainText)
  }

  private func refusal(of address: String, around content: HTML) -> HTML {
    "\(content) <span class=\"refused\">\(VisibleText(words.refusedLink(address)).html)</span>"
  }
}

extension MarkdownNode {
  /// True within a link.
  fileprivate var hasLinkAround: Bool {
    var node = parent
    while let outer = node {
      if outer.kind == .link { return true }
      node = outer.parent
    }
    return false
  }
}
