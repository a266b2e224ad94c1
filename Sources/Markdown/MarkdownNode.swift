/// A node of a Markdown tree: a light handle that keeps its document alive. A node that was taken out
/// of the tree stays readable.
public struct MarkdownNode {
  let index: Int32
  /// The document that the node belongs to.
  public let document: MarkdownDocument

  init(index: Int32, document: MarkdownDocument) {
    self.index = index
    self.document = document
  }

  /// The node with an index; nil for -1.
  init?(_ index: Int32, _ document: MarkdownDocument) {
    guard index >= 0 else { return nil }
    self.init(index: index, document: document)
  }

  var data: MarkdownTree.Node { document.tree.nodes[Int(index)] }

  /// The kind of the node.
  public var kind: MarkdownKind { data.kind }

  /// The node that holds this one; nil for the root and for a node taken out of the tree.
  public var parent: MarkdownNode? { MarkdownNode(data.parent, document) }

  /// The next node under the same parent.
  public var nextSibling: MarkdownNode? { MarkdownNode(data.next, document) }

  /// The previous node under the same parent.
  public var previousSibling: MarkdownNode? { MarkdownNode(data.previous, document) }

  /// The first node under this one.
  public var firstChild: MarkdownNode? { MarkdownNode(data.first, document) }

  /// The last node under this one.
  public var lastChild: MarkdownNode? { MarkdownNode(data.last, document) }

  /// The nodes directly under this one. The node at hand may be replaced or removed meanwhile.
  public var children: MarkdownChildren { MarkdownChildren(first: firstChild) }

  /// All nodes below this one, each before its children, without this one itself. Collect them in
  /// an array first when the tree is edited meanwhile.
  public var descendants: MarkdownDescendants { MarkdownDescendants(of: self) }

  /// The position of a block's first byte in the file.
  public var start: MarkdownPosition {
    MarkdownPosition(line: Int(data.startLine), column: Int(data.startColumn))
  }

  /// The last byte of a block. A code block that its container closes, instead of a fence, reports the
  /// line after its last.
  public var end: MarkdownPosition {
    MarkdownPosition(line: Int(data.endLine), column: Int(data.endColumn))
  }
}

extension MarkdownNode: Hashable {
  /// Returns true for the same node of the same document.
  public static func == (a: MarkdownNode, b: MarkdownNode) -> Bool {
    a.index == b.index && a.document === b.document
  }

  /// Mixes in which node it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
