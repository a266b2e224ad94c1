import CCmark

/// All nodes below one node, depth first, each before its children. Needs no memory for the depth.
public struct MarkdownDescendants: Sequence, IteratorProtocol {
  private let root: MarkdownNode
  private var upcoming: OpaquePointer?

  init(of root: MarkdownNode) {
    self.root = root
    upcoming = cmark_node_first_child(root.pointer)
  }

  /// The next node.
  public mutating func next() -> MarkdownNode? {
    guard let pointer = upcoming else { return nil }
    upcoming = following(pointer)
    return MarkdownNode(pointer: pointer, document: root.document)
  }

  private func following(_ start: OpaquePointer) -> OpaquePointer? {
    if let child = cmark_node_first_child(start) { return child }
    var node = start
    while node != root.pointer {
      if let sibling = cmark_node_next(node) { return sibling }
      guard let parent = cmark_node_parent(node) else { return nil }
      node = parent
    }
    return nil
  }
}
