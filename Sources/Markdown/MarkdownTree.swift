import Markup

/// A CommonMark text as a tree of nodes: a value that can be kept, compared and passed on. It is
/// walked through as a `MarkdownDocument`.
public struct MarkdownTree: Equatable, Sendable {
  /// A node; other nodes are named by their indices in `nodes`, none by -1.
  struct Node: Equatable, Sendable {
    var kind: MarkdownKind
    /// True when a list is tight: its paragraphs have no `<p>`.
    var isTight = false
    /// True when a list is numbered.
    var isOrdered = false
    /// The level of a heading, or the first number of a list.
    var number: Int32 = 0
    /// The index among the chapter's list of the node's kind; -1 for none.
    var item: Int32 = -1
    var parent: Int32 = -1
    var previous: Int32 = -1
    var next: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    /// The first byte and the last; 0 where nothing of it is in the text.
    var startLine: Int32 = 0
    var startColumn: Int32 = 0
    var endLine: Int32 = 0
    var endColumn: Int32 = 0
    /// The range of an inline in the file, in bytes from 0; -1 where that is not known.
    var startOffset: Int32 = -1
    var endOffset: Int32 = -1
    /// The range of the address of a link or an image, if it is written there.
    var addressStart: Int32 = -1
    var addressEnd: Int32 = -1
    /// The range of its literal in `literals`; -1 for a node without one.
    var literal: Int32 = -1
    var literalEnd: Int32 = -1
    /// The index of its two texts in `pairs`, or of its HTML in `frames`; -1 for a node without them.
    var pair: Int32 = -1
  }

  /// Two texts of a node: a link's destination and title, or an info string.
  struct Pair: Equatable, Sendable {
    var first: String
    var second = ""
  }

  /// The HTML before and after what a custom node holds.
  struct Frame: Equatable, Sendable {
    var opening: HTML = ""
    var closing: HTML = ""
  }

  /// All nodes; the first one holds all others.
  var nodes: [Node]
  /// The literals of all nodes one after the other.
  var literals: [UInt8]
  var pairs: [Pair]
  var frames: [Frame] = []
  /// The plain text of formulas and of what stands in their places, by the nodes' indices.
  var inlineTexts: [Int32: String] = [:]
  /// The words that a search finds in the HTML of custom nodes, by the nodes' indices.
  var words: [Int32: String] = [:]

  /// A tree of a document node alone.
  init() {
    nodes = [Node(kind: .document)]
    literals = []
    pairs = []
  }
}

// MARK: Links between nodes

extension MarkdownTree {
  /// Adds a node that is not linked with any other.
  mutating func add(_ node: Node) -> Int32 {
    nodes.appendSparingly(node)
    return Int32(nodes.count - 1)
  }

  /// Adds two texts for a node.
  mutating func add(_ pair: Pair) -> Int32 {
    pairs.append(pair)
    return Int32(pairs.count - 1)
  }

  /// Adds the HTML of a custom node.
  /// - Returns: its index in `frames`; -1 for no HTML at all
  mutating func add(_ frame: Frame) -> Int32 {
    if frame.opening.markup.isEmpty, frame.closing.markup.isEmpty { return -1 }
    frames.appendSparingly(frame)
    return Int32(frames.count - 1)
  }

  /// Takes a node and all below it out of the tree.
  mutating func unlink(_ index: Int32) {
    let node = nodes[Int(index)]
    if node.previous >= 0 {
      nodes[Int(node.previous)].next = node.next
    } else if node.parent >= 0 {
      nodes[Int(node.parent)].first = node.next
    }
    if node.next >= 0 {
      nodes[Int(node.next)].previous = node.previous
    } else if node.parent >= 0 {
      nodes[Int(node.parent)].last = node.previous
    }
    nodes[Int(index)].parent = -1
    nodes[Int(index)].previous = -1
    nodes[Int(index)].next = -1
  }

  /// Puts a node that is not linked at the end of what another one holds.
  mutating func append(_ index: Int32, to parent: Int32) {
    let last = nodes[Int(parent)].last
    nodes[Int(index)].parent = parent
    nodes[Int(index)].previous = last
    nodes[Int(parent)].last = index
    if last >= 0 { nodes[Int(last)].next = index } else { nodes[Int(parent)].first = index }
  }

  /// Puts a node that is not linked before another one, which has a parent.
  mutating func insert(_ index: Int32, before sibling: Int32) {
    let (parent, previous) = (nodes[Int(sibling)].parent, nodes[Int(sibling)].previous)
    nodes[Int(index)].parent = parent
    nodes[Int(index)].previous = previous
    nodes[Int(index)].next = sibling
    nodes[Int(sibling)].previous = index
    if previous >= 0 { nodes[Int(previous)].next = index } else { nodes[Int(parent)].first = index }
  }

  /// Puts a node that is not linked after another one, which has a parent.
  mutating func insert(_ index: Int32, after sibling: Int32) {
    let next = nodes[Int(sibling)].next
    if next >= 0 {
      insert(index, before: next)
    } else {
      append(index, to: nodes[Int(sibling)].parent)
    }
  }

  /// Forgets the nodes that are not linked with the first one. The others get new indices, in the
  /// order of the text.
  mutating func dropUnlinkedNodes() {
    var order: [Int32] = []
    var places = [Int32](repeating: -1, count: nodes.count)
    var index: Int32 = 0
    while index >= 0 {
      places[Int(index)] = Int32(order.count)
      order.append(index)
      let child = nodes[Int(index)].first
      index = child >= 0 ? child : following(index, within: 0)
    }
    func place(_ index: Int32) -> Int32 { index < 0 ? -1 : places[Int(index)] }
    nodes = order.map { index in
      var node = nodes[Int(index)]
      node.parent = place(node.parent)
      node.previous = place(node.previous)
      node.next = place(node.next)
      node.first = place(node.first)
      node.last = place(node.last)
      return node
    }
    for texts in [\MarkdownTree.inlineTexts, \.words] {
      let kept = self[keyPath: texts].filter { places[Int($0.key)] >= 0 }
      self[keyPath: texts] = Dictionary(
        uniqueKeysWithValues: kept.map { (places[Int($0.key)], $0.value) })
    }
  }

  /// A node's literal; empty without one.
  func literal(of node: Node) -> ArraySlice<UInt8> {
    node.literal >= 0 ? literals[Int(node.literal)..<Int(node.literalEnd)] : []
  }

  /// Sets a node's literal.
  mutating func setLiteral(_ text: some Sequence<UInt8>, of index: Int32) {
    nodes[Int(index)].literal = Int32(literals.count)
    literals.append(contentsOf: text)
    nodes[Int(index)].literalEnd = Int32(literals.count)
  }

  /// The node that comes after another one in a walk that is done with all below it; -1 at the end of
  /// the walk through `root`.
  func following(_ start: Int32, within root: Int32) -> Int32 {
    var index = start
    while index != root {
      let node = nodes[Int(index)]
      if node.next >= 0 { return node.next }
      guard node.parent >= 0 else { return -1 }
      index = node.parent
    }
    return -1
  }
}

extension Array {
  /// Appends an element. A large array that is full grows by a quarter, not to twice its size: the
  /// largest chapters have millions of nodes, and must be rendered in half a gigabyte.
  fileprivate mutating func appendSparingly(_ element: Element) {
    if count == capacity, count > 1 << 15 { reserveCapacity(count + count / 4) }
    append(element)
  }
}
