/// Recognizing in CommonMark's tree what it has no nodes for.
extension MarkdownNode {
  /// Makes the node one of another kind. Its place and all that it holds stay.
  /// - Parameters:
  ///   - kind: the kind
  ///   - item: which of the things of the kind that the chapter lists it is
  ///   - name: see `name`
  public func become(_ kind: MarkdownKind, item: Int? = nil, name: String? = nil) {
    document.tree.nodes[Int(index)].kind = kind
    setItem(item)
    guard let name else { return }
    document.tree.nodes[Int(index)].pair = document.tree.add(MarkdownTree.Pair(first: name))
  }

  /// Says which of the things of its kind that the chapter lists the node is.
  public func setItem(_ item: Int?) {
    document.tree.nodes[Int(index)].item = Int32(item ?? -1)
  }

  /// Makes the code span of a formula the formula, without the dollar signs around it.
  /// - Parameters:
  ///   - item: which of the chapter's formulas it is
  ///   - text: what one reads where the words of the text are wanted without markup
  public func becomeFormula(item: Int, text: String) {
    guard isFormula, let before = previousSibling, let after = nextSibling else { return }
    let (first, second) = (before.literalBytes?.count ?? 1, after.literalBytes?.count ?? 1)
    before.cut(
      to: 0..<(first - 1), at: before.sourceBytes.map { $0.lowerBound..<($0.upperBound - 1) })
    after.cut(to: 1..<second, at: after.sourceBytes.map { ($0.lowerBound + 1)..<$0.upperBound })
    become(.formula)
    setFormula(item: item, text: text)
  }

  /// Says which of the chapter's formulas a formula is, and what one reads where the words of the text
  /// are wanted without markup.
  public func setFormula(item: Int, text: String) {
    setItem(item)
    document.tree.inlineTexts[index] = text
  }

  /// Leaves of a text only a part, in bytes of its literal; nothing of it when that is empty.
  /// - Parameter source: where the part stands in the file; nil where that is not known
  public func cut(to part: Range<Int>, at source: Range<Int>?) {
    guard !part.isEmpty else { return remove() }
    var node = data
    node.startOffset = Int32(source?.lowerBound ?? -1)
    node.endOffset = Int32(source?.upperBound ?? -1)
    node.literalEnd = node.literal + Int32(part.upperBound)
    node.literal += Int32(part.lowerBound)
    document.tree.nodes[Int(index)] = node
  }

  /// Puts a copy of a text's part before it; see `cut`.
  public func insertPart(_ part: Range<Int>, at source: Range<Int>?) -> MarkdownNode {
    var node = data
    (node.parent, node.previous, node.next) = (-1, -1, -1)
    let copy = MarkdownNode(index: document.tree.add(node), document: document)
    document.tree.insert(copy.index, before: index)
    copy.cut(to: part, at: source)
    return copy
  }

  /// Puts an empty block at the end of what the node holds.
  /// - Parameters:
  ///   - kind: the kind of the block
  ///   - name: see `name`
  ///   - start: its first byte in the file
  ///   - end: its last byte
  public func appendBlock(
    _ kind: MarkdownKind, name: String? = nil, from start: MarkdownPosition,
    to end: MarkdownPosition
  ) -> MarkdownNode {
    var node = MarkdownTree.Node(kind: kind)
    (node.startLine, node.startColumn) = (Int32(start.line), Int32(start.column))
    (node.endLine, node.endColumn) = (Int32(end.line), Int32(end.column))
    let made = MarkdownNode(index: document.tree.add(node), document: document)
    made.become(kind, name: name)
    document.tree.append(made.index, to: index)
    return made
  }

  /// Says where a block begins, once what stood before it has become another block.
  public func setStart(_ start: MarkdownPosition) {
    document.tree.nodes[Int(index)].startLine = Int32(start.line)
    document.tree.nodes[Int(index)].startColumn = Int32(start.column)
  }

  /// Puts an empty inline before the node.
  func insertEmptyInline(_ kind: MarkdownKind) -> MarkdownNode {
    let made = MarkdownNode(
      index: document.tree.add(MarkdownTree.Node(kind: kind)), document: document)
    document.tree.setLiteral([], of: made.index)
    document.tree.insert(made.index, before: index)
    return made
  }

  /// Puts an empty block before another one.
  public func insertBlockBefore(
    _ kind: MarkdownKind, from start: MarkdownPosition, to end: MarkdownPosition
  ) -> MarkdownNode {
    let made = document.root.appendBlock(kind, from: start, to: end)
    document.tree.unlink(made.index)
    document.tree.insert(made.index, before: index)
    return made
  }
}
