/// All nodes below one node, depth first, each before its children. Needs no memory for the depth.
public struct MarkdownDescendants: Sequence, IteratorProtocol {
  private let root: MarkdownNode
  private var upcoming: Int32

  init(of root: MarkdownNode) {
    self.root = root
    upcoming = root.data.first
  }

  /// The next node.
  public mutating func next() -> MarkdownNode? {
    guard upcoming >= 0 else { return nil }
    let index = upcoming
    let document = root.document
    let child = document.tree.nodes[Int(index)].first
    upcoming = child >= 0 ? child : document.tree.following(index, within: root.index)
    return MarkdownNode(index: index, document: document)
  }
}
