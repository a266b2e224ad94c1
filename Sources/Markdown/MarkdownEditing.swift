import Markup

/// Putting HTML and other nodes into the tree. HTML passes into the page as it is: escape what comes
/// from an author. Nodes that give way stay readable for whoever holds them. The root and the items of
/// a list cannot be replaced or wrapped: they stay as they are.
extension MarkdownNode {
  /// Puts HTML in place of a block. It stands on lines of its own.
  /// - Parameter words: the words that a search finds there
  @discardableResult
  public func replace(withBlockHTML html: HTML, words: String = "") -> MarkdownNode {
    replace(with: make(.customBlock, opening: html, words: words))
  }

  /// Puts HTML in place of an inline, without any space around it.
  /// - Parameters:
  ///   - text: its part of `plainText`
  ///   - words: the words that a search finds there; the text when empty
  @discardableResult
  public func replace(
    withInlineHTML html: HTML, text: String = "", words: String = ""
  ) -> MarkdownNode {
    let node = replace(with: make(.customInline, opening: html, words: words))
    if !text.isEmpty { document.tree.inlineTexts[node.index] = text }
    return node
  }

  /// Puts plain text in place of an inline. It is escaped like all text.
  @discardableResult
  public func replace(withText text: String) -> MarkdownNode { replace(with: make(text: text)) }

  /// Puts HTML on lines of its own before a block.
  @discardableResult
  public func insertBefore(blockHTML html: HTML) -> MarkdownNode {
    insertBefore(make(.customBlock, opening: html))
  }

  /// Puts HTML before an inline, without any space around it.
  @discardableResult
  public func insertBefore(inlineHTML html: HTML) -> MarkdownNode {
    insertBefore(make(.customInline, opening: html))
  }

  /// Puts HTML on lines of its own after a block.
  @discardableResult
  public func insertAfter(blockHTML html: HTML) -> MarkdownNode {
    let node = make(.customBlock, opening: html)
    if canGiveWay { document.tree.insert(node.index, after: index) }
    return node
  }

  /// Puts plain text at the end of what an inline or a paragraph holds.
  public func append(text: String) { document.tree.append(make(text: text).index, to: index) }

  /// Puts an element that holds inlines at the end of what an inline or a paragraph holds.
  @discardableResult
  public func appendInline(opening: HTML, closing: HTML, words: String = "") -> MarkdownNode {
    let node = make(.customInline, opening: opening, closing: closing, words: words)
    document.tree.append(node.index, to: index)
    return node
  }

  /// Puts a block between two pieces of HTML, each on lines of its own, at the end of what a block
  /// holds.
  @discardableResult
  public func appendBlock(opening: HTML, closing: HTML = "") -> MarkdownNode {
    let node = make(.customBlock, opening: opening, closing: closing)
    document.tree.append(node.index, to: index)
    return node
  }

  /// Puts an element that holds inlines, on a line of its own, at the end of what a block holds.
  @discardableResult
  public func appendLine(opening: HTML, closing: HTML, words: String = "") -> MarkdownNode {
    let node = make(.customLine, opening: opening, closing: closing, words: words)
    document.tree.append(node.index, to: index)
    return node
  }

  /// Takes the node and all below it out of the tree.
  public func remove() { document.tree.unlink(index) }

  /// Moves a node, of this document or of another one, to the end of what this one holds.
  public func adopt(_ node: MarkdownNode) {
    let moved = node.document === document ? node : document.copy(node)
    if moved == node { document.tree.unlink(node.index) }
    document.tree.append(moved.index, to: index)
  }

  /// Moves the node to the place directly after another one of the same document, which has a parent;
  /// nothing happens otherwise.
  public func move(after node: MarkdownNode) {
    guard node != self, node.data.parent >= 0 else { return }
    document.tree.unlink(index)
    document.tree.insert(index, after: node.index)
  }

  /// Puts the block and its following siblings, up to and with `last`, between two pieces of HTML,
  /// each on lines of its own. All following siblings when `last` is not one of them.
  @discardableResult
  public func wrap(through last: MarkdownNode, opening: HTML, closing: HTML) -> MarkdownNode {
    let wrapper = make(.customBlock, opening: opening, closing: closing)
    guard canGiveWay else { return wrapper }
    document.tree.insert(wrapper.index, before: index)
    var node: MarkdownNode? = self
    while let current = node {
      node = current == last ? nil : current.nextSibling
      wrapper.adopt(current)
    }
    return wrapper
  }

  /// Puts the block alone between two pieces of HTML, each on lines of its own.
  @discardableResult
  public func wrap(opening: HTML, closing: HTML) -> MarkdownNode {
    wrap(through: self, opening: opening, closing: closing)
  }

  /// Changes the tag of a heading or paragraph: its inlines stay, between two pieces of HTML that
  /// touch them, such as `<h2 id="steps">` and `</h2>`.
  @discardableResult
  public func retag(opening: HTML, closing: HTML, words: String = "") -> MarkdownNode {
    let line = make(.customLine, opening: opening, closing: closing, words: words)
    guard canGiveWay else { return line }
    document.tree.insert(line.index, before: index)
    for child in children { line.adopt(child) }
    remove()
    return line
  }

  /// Turns an extension that holds blocks into HTML around them, on lines of its own. No node is
  /// added, which the largest tables need.
  public func turnIntoBlock(opening: HTML, closing: HTML) {
    turn(into: .customBlock, opening, closing)
  }

  /// Turns an extension that holds inlines into HTML that touches them, on a line of its own.
  public func turnIntoLine(opening: HTML, closing: HTML) {
    turn(into: .customLine, opening, closing)
  }

  /// Turns an extension that holds nothing into HTML, without any space around it.
  /// - Parameters:
  ///   - text: its part of `plainText`
  ///   - words: the words that a search finds there
  public func turnIntoInline(_ html: HTML, text: String, words: String) {
    turn(into: .customInline, html, words: words)
    document.tree.inlineTexts[index] = text
  }

  private func turn(
    into kind: MarkdownKind, _ opening: HTML, _ closing: HTML = "", words: String = ""
  ) {
    document.tree.nodes[Int(index)].kind = kind
    setHTML(opening: opening, closing: closing, words: words)
  }

  /// Changes the text of a text, code, code block or HTML node; nothing happens to the others.
  public func setLiteral(_ text: String) {
    if data.literal >= 0 { document.tree.setLiteral(text.utf8, of: index) }
  }

  /// Changes where a link leads or an image lies; nothing happens to other nodes.
  public func setDestination(_ destination: String) {
    guard kind == .link || kind == .image else { return }
    document.tree.pairs[Int(data.pair)].first = destination
  }

  /// Changes the HTML before and after what a custom block, line or inline holds.
  public func setHTML(opening: HTML, closing: HTML, words: String = "") {
    guard kind.isCustom else { return }
    let frame = document.tree.add(MarkdownTree.Frame(opening: opening, closing: closing))
    document.tree.nodes[Int(index)].pair = frame
    setWords(words)
  }

  /// True when a sibling of another kind can replace the node.
  private var canGiveWay: Bool { data.parent >= 0 && kind != .item }

  private func replace(with node: MarkdownNode) -> MarkdownNode {
    if canGiveWay {
      document.tree.insert(node.index, before: index)
      remove()
    }
    return node
  }

  private func insertBefore(_ node: MarkdownNode) -> MarkdownNode {
    if canGiveWay { document.tree.insert(node.index, before: index) }
    return node
  }

  private func make(
    _ kind: MarkdownKind, opening: HTML, closing: HTML = "", words: String = ""
  ) -> MarkdownNode {
    var node = MarkdownTree.Node(kind: kind)
    node.pair = document.tree.add(MarkdownTree.Frame(opening: opening, closing: closing))
    let made = MarkdownNode(index: document.tree.add(node), document: document)
    made.setWords(words)
    return made
  }

  private func setWords(_ words: String) {
    if !words.isEmpty { document.tree.words[index] = words }
  }

  private func make(text: String) -> MarkdownNode {
    let index = document.tree.add(MarkdownTree.Node(kind: .text))
    document.tree.setLiteral(text.utf8, of: index)
    return MarkdownNode(index: index, document: document)
  }
}

extension MarkdownDocument {
  /// Copies a node of another document and all below it.
  fileprivate func copy(_ node: MarkdownNode) -> MarkdownNode {
    let source = node.document.tree
    func copyAlone(_ original: Int32) -> Int32 {
      var data = source.nodes[Int(original)]
      (data.parent, data.previous, data.next, data.first, data.last) = (-1, -1, -1, -1, -1)
      if data.pair >= 0 {
        data.pair =
          data.kind.isCustom
          ? tree.add(source.frames[Int(data.pair)]) : tree.add(source.pairs[Int(data.pair)])
      }
      let literal = data.literal >= 0 ? Int(data.literal)..<Int(data.literalEnd) : 0..<0
      let index = tree.add(data)
      if data.literal >= 0 { tree.setLiteral(source.literals[literal], of: index) }
      tree.inlineTexts[index] = source.inlineTexts[original]
      tree.words[index] = source.words[original]
      return index
    }
    let copy = copyAlone(node.index)
    var (original, parent) = (source.nodes[Int(node.index)].first, copy)
    while original >= 0 {
      let index = copyAlone(original)
      tree.append(index, to: parent)
      if source.nodes[Int(original)].first >= 0 {
        (original, parent) = (source.nodes[Int(original)].first, index)
        continue
      }
      while original != node.index, source.nodes[Int(original)].next < 0 {
        original = source.nodes[Int(original)].parent
        if original != node.index { parent = tree.nodes[Int(parent)].parent }
      }
      original = original == node.index ? -1 : source.nodes[Int(original)].next
    }
    return MarkdownNode(index: copy, document: self)
  }
}
