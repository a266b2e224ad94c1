import CCmark

/// A node of a Markdown tree: a light handle that keeps its document alive.
public struct MarkdownNode {
  let pointer: OpaquePointer
  /// The document that the node belongs to.
  public let document: MarkdownDocument

  init(pointer: OpaquePointer, document: MarkdownDocument) {
    self.pointer = pointer
    self.document = document
  }

  init?(_ pointer: OpaquePointer?, _ document: MarkdownDocument) {
    guard let pointer else { return nil }
    self.init(pointer: pointer, document: document)
  }

  /// What the node is.
  public var kind: MarkdownKind { MarkdownKind(cmark_node_get_type(pointer)) }

  /// The node that holds this one; nil for the root and for a node taken out of the tree.
  public var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer), document) }

  /// The next node under the same parent.
  public var nextSibling: MarkdownNode? { MarkdownNode(cmark_node_next(pointer), document) }

  /// The previous node under the same parent.
  public var previousSibling: MarkdownNode? {
    MarkdownNode(cmark_node_previous(pointer), document)
  }

  /// The first node under this one.
  public var firstChild: MarkdownNode? {
    MarkdownNode(cmark_node_first_child(pointer), document)
  }

  /// The last node under this one.
  public var lastChild: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer), document) }

  /// The nodes directly under this one. The node at hand may be replaced or removed meanwhile.
  public var children: MarkdownChildren { MarkdownChildren(first: firstChild) }

  /// All nodes below this one, each before its children, without this one itself. Collect them in
  /// an array first when the tree is edited meanwhile.
  public var descendants: MarkdownDescendants { MarkdownDescendants(of: self) }

  /// Where the node begins. Exact for blocks. For inlines libcmark gives the line and an
  /// approximate column, and 0 for both where it knows none (soft breaks, and inlines made anew).
  public var start: MarkdownPosition {
    MarkdownPosition(
      line: Int(cmark_node_get_start_line(pointer)),
      column: Int(cmark_node_get_start_column(pointer)))
  }

  /// The last byte of the node, with the restrictions of `start`. A code block that its container
  /// closes, instead of a fence, reports the line after its last.
  public var end: MarkdownPosition {
    MarkdownPosition(
      line: Int(cmark_node_get_end_line(pointer)),
      column: Int(cmark_node_get_end_column(pointer)))
  }

  /// The node and all below it as an HTML fragment; see `MarkdownDocument.html`.
  public func html(allowingRawHTML: Bool = false) -> String {
    let options = allowingRawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
    guard let rendered = cmark_render_html(pointer, options) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return String(cString: rendered)
  }
}

extension MarkdownNode: Hashable {
  /// Whether both are the same node of the same tree.
  public static func == (a: MarkdownNode, b: MarkdownNode) -> Bool { a.pointer == b.pointer }

  /// Mixes in which node it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}
