/// All nodes below one node, depth first, each before its children. Needs no memory for the depth.
public struct MarkdownDescendants: Sequence, IteratorProtocol {
  private let root: MarkdownNode
  private var upcoming: MarkdownNode?

  init(of root: MarkdownNode) {
    self.root = root
    upcoming = root.firstChild
  }

  /// The next node.
  public mutating func next() -> MarkdownNode? {
    let node = upcoming
    upcoming = node.flatMap(following)
    return node
  }

  private func following(_ node: MarkdownNode) -> MarkdownNode? {
    if let child = node.firstChild { return child }
    var node = node
    while node != root {
      if let sibling = node.nextSibling { return sibling }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}
