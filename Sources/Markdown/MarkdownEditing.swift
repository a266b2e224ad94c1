import CCmark

/// Putting HTML into the tree. It passes into the page as it is: escape what comes from an author.
/// A NUL byte ends it. Nodes that give way stay readable for whoever holds them. The root and the
/// items of a list cannot be replaced or wrapped: they stay as they are.
extension MarkdownNode {
  /// Puts HTML in place of a block. It stands on lines of its own.
  @discardableResult
  public func replace(withBlockHTML html: String) -> MarkdownNode {
    replace(with: .customBlock, html)
  }

  /// Puts HTML in place of an inline, without any space around it.
  /// - Parameter text: its part of `plainText`
  @discardableResult
  public func replace(withInlineHTML html: String, text: String = "") -> MarkdownNode {
    let node = replace(with: .customInline, html)
    if !text.isEmpty { document.inlineTexts[node.pointer] = text }
    return node
  }

  /// Puts plain text in place of an inline. It is escaped like all text.
  @discardableResult
  public func replace(withText text: String) -> MarkdownNode {
    guard let made = cmark_node_new(CMARK_NODE_TEXT) else { preconditionFailure("out of memory") }
    cmark_node_set_literal(made, text)
    if cmark_node_insert_before(pointer, made) == 1 { document.detach(pointer) }
    return MarkdownNode(pointer: made, document: document)
  }

  /// Puts HTML on lines of its own before a block.
  @discardableResult
  public func insertBefore(blockHTML html: String) -> MarkdownNode {
    let node = make(.customBlock, opening: html, closing: "")
    cmark_node_insert_before(pointer, node.pointer)
    return node
  }

  /// Puts HTML on lines of its own after a block.
  @discardableResult
  public func insertAfter(blockHTML html: String) -> MarkdownNode {
    let node = make(.customBlock, opening: html, closing: "")
    cmark_node_insert_after(pointer, node.pointer)
    return node
  }

  /// Takes the node and all below it out of the tree.
  public func remove() { document.detach(pointer) }

  /// Puts the block and its following siblings, up to and with `last`, between two pieces of HTML,
  /// each on lines of its own. All following siblings when `last` is not one of them.
  @discardableResult
  public func wrap(through last: MarkdownNode, opening: String, closing: String) -> MarkdownNode {
    let wrapper = make(.customBlock, opening: opening, closing: closing)
    guard cmark_node_insert_before(pointer, wrapper.pointer) == 1 else { return wrapper }
    var node: MarkdownNode? = self
    while let current = node {
      node = current == last ? nil : current.nextSibling
      cmark_node_append_child(wrapper.pointer, current.pointer)
    }
    return wrapper
  }

  /// Puts the block alone between two pieces of HTML, each on lines of its own.
  @discardableResult
  public func wrap(opening: String, closing: String) -> MarkdownNode {
    wrap(through: self, opening: opening, closing: closing)
  }

  /// Changes the tag of a heading or paragraph: its inlines stay, between two pieces of HTML that
  /// touch them, such as `<h2 id="steps">` and `</h2>`.
  @discardableResult
  public func retag(opening: String, closing: String) -> MarkdownNode {
    // A custom block alone would set its HTML on lines of its own. An empty one gives the lines,
    // the inline within it the tag.
    let block = make(.customBlock, opening: "", closing: "")
    let inline = make(.customInline, opening: opening, closing: closing)
    guard cmark_node_insert_before(pointer, block.pointer) == 1 else { return block }
    cmark_node_append_child(block.pointer, inline.pointer)
    for child in children { cmark_node_append_child(inline.pointer, child.pointer) }
    document.detach(pointer)
    return block
  }

  /// Changes the text of a text, code, code block or HTML node; nothing happens to the others.
  public func setLiteral(_ text: String) { cmark_node_set_literal(pointer, text) }

  /// Changes where a link leads or an image lies; nothing happens to other nodes.
  public func setDestination(_ destination: String) { cmark_node_set_url(pointer, destination) }

  private func replace(with kind: MarkdownKind, _ html: String) -> MarkdownNode {
    let node = make(kind, opening: html, closing: "")
    if cmark_node_insert_before(pointer, node.pointer) == 1 { document.detach(pointer) }
    return node
  }

  private func make(_ kind: MarkdownKind, opening: String, closing: String) -> MarkdownNode {
    let type = kind == .customBlock ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE
    guard let node = cmark_node_new(type) else { preconditionFailure("out of memory") }
    cmark_node_set_on_enter(node, opening)
    cmark_node_set_on_exit(node, closing)
    return MarkdownNode(pointer: node, document: document)
  }
}
