import CCmark

/// Building trees out of pieces: nodes can be put in and moved. HTML passes into the page as it is:
/// escape what comes from an author.
extension MarkdownNode {
  /// Puts plain text before an inline. It is escaped like all text.
  @discardableResult
  public func insertBefore(text: String) -> MarkdownNode {
    guard let made = cmark_node_new(CMARK_NODE_TEXT) else { preconditionFailure("out of memory") }
    cmark_node_set_literal(made, text)
    cmark_node_insert_before(pointer, made)
    return MarkdownNode(pointer: made, document: document)
  }

  /// Puts HTML before an inline, without any space around it.
  @discardableResult
  public func insertBefore(inlineHTML html: String) -> MarkdownNode {
    let node = custom(CMARK_NODE_CUSTOM_INLINE, opening: html, closing: "")
    cmark_node_insert_before(pointer, node.pointer)
    return node
  }

  /// Puts plain text at the end of what an inline or a paragraph holds.
  public func append(text: String) {
    guard let made = cmark_node_new(CMARK_NODE_TEXT) else { preconditionFailure("out of memory") }
    cmark_node_set_literal(made, text)
    cmark_node_append_child(pointer, made)
  }

  /// Puts a block between two pieces of HTML, each on lines of its own, at the end of what a block
  /// holds.
  @discardableResult
  public func appendBlock(opening: String, closing: String) -> MarkdownNode {
    let node = custom(CMARK_NODE_CUSTOM_BLOCK, opening: opening, closing: closing)
    cmark_node_append_child(pointer, node.pointer)
    return node
  }

  /// Puts an element that holds inlines, on a line of its own, at the end of what a block holds.
  @discardableResult
  public func appendLine(opening: String, closing: String) -> MarkdownNode {
    let block = appendBlock(opening: "", closing: "")
    let inline = custom(CMARK_NODE_CUSTOM_INLINE, opening: opening, closing: closing)
    cmark_node_append_child(block.pointer, inline.pointer)
    return inline
  }

  /// Moves a node, of this document or of another one, to the end of what this one holds.
  public func adopt(_ node: MarkdownNode) {
    cmark_node_unlink(node.pointer)
    cmark_node_append_child(pointer, node.pointer)
  }

  /// Moves the node to the place directly after another one of the same document.
  public func move(after node: MarkdownNode) {
    cmark_node_unlink(pointer)
    cmark_node_insert_after(node.pointer, pointer)
  }

  /// Changes the HTML before and after what a custom block or inline holds.
  public func setHTML(opening: String, closing: String) {
    cmark_node_set_on_enter(pointer, opening)
    cmark_node_set_on_exit(pointer, closing)
  }

  private func custom(
    _ type: cmark_node_type, opening: String, closing: String
  ) -> MarkdownNode {
    guard let node = cmark_node_new(type) else { preconditionFailure("out of memory") }
    cmark_node_set_on_enter(node, opening)
    cmark_node_set_on_exit(node, closing)
    return MarkdownNode(pointer: node, document: document)
  }
}
