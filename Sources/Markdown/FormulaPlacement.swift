extension MarkdownReading {
  /// Puts the formulas in the places of the text that stands for them; the item of each is its index in
  /// `formulas`. A displayed formula in the text of a paragraph becomes a block, and the text before and
  /// after it paragraphs of their own.
  ///
  /// - Parameter document: a document of the tree, perhaps with tables in it
  public func placeFormulas(in document: MarkdownDocument) {
    if formulas.isEmpty { return }
    var blocks: [MarkdownNode] = []
    for node in Array(document.root.descendants) where node.kind == .text && node.parent != nil {
      for formula in replaceText(of: node) {
        guard formulas[formula.item ?? 0].isDisplay, formula.parent?.kind == .paragraph else {
          continue
        }
        blocks.append(formula)
      }
    }
    for block in blocks { split(atDisplay: block) }
  }

  /// Puts formulas in place of parts of a text, and of the lines after it.
  /// - Returns: the formulas
  private func replaceText(of node: MarkdownNode) -> [MarkdownNode] {
    guard let place = node.sourceBytes, var index = firstFormula(from: place.lowerBound),
      formulas[index].range.lowerBound < place.upperBound,
      let offsets = node.sourceOffsets(in: bytes)
    else { return [] }
    var placed: [MarkdownNode] = []
    // What stands in the text before this byte of its literal is done.
    var done = 0
    while index < formulas.count, formulas[index].range.lowerBound < place.upperBound {
      let range = formulas[index].range
      let start = offsets.lowerBound(of: range.lowerBound)
      if start > done { _ = node.insertPart(done..<start, at: offsets[done]..<range.lowerBound) }
      placed.append(
        node.insertFormula(formulas[index].tex(in: original), item: index, at: range))
      if range.upperBound > place.upperBound {
        takeAway(behind: node, before: range.upperBound)
        done = offsets.count - 1
        break
      }
      done = offsets.lowerBound(of: range.upperBound)
      index += 1
    }
    let rest = done..<(offsets.count - 1)
    node.cut(to: rest, at: offsets[rest.lowerBound]..<place.upperBound)
    return placed
  }

  /// Takes away what stands behind a text and before a place of the file.
  private func takeAway(behind text: MarkdownNode, before place: Int) {
    while let next = text.nextSibling {
      guard next.kind == .text, let range = next.sourceBytes, range.upperBound >= place,
        let offsets = next.sourceOffsets(in: bytes)
      else {
        next.remove()
        continue
      }
      let end = offsets.lowerBound(of: place)
      return next.cut(to: end..<(offsets.count - 1), at: place..<range.upperBound)
    }
  }

  /// Returns the index of the first formula that begins at a place of the file or after it.
  private func firstFormula(from place: Int) -> Int? {
    let index = formulas.partitioningIndex { $0.range.lowerBound >= place }
    return index < formulas.count ? index : nil
  }

  // MARK: Displayed formulas

  private func split(atDisplay formula: MarkdownNode) {
    guard let paragraph = formula.parent, let item = formula.item else { return }
    let range = formulas[item].range
    let (start, end) = (position(ofByte: range.lowerBound), position(ofByte: range.upperBound - 1))
    let before = paragraph.children.prefix { $0 != formula }.withoutSpaceAtEnd
    if !before.isEmpty {
      let block = paragraph.insertBlockBefore(.paragraph, from: paragraph.start, to: start)
      for node in before { block.adopt(node) }
    }
    for node in paragraph.children.prefix(while: { $0 != formula }) { node.remove() }
    let block = paragraph.insertBlockBefore(.displayFormula, from: start, to: end)
    block.setFormula(formula)
    formula.remove()
    while let first = paragraph.firstChild, first.isSpace { first.remove() }
    if let first = paragraph.firstChild, first.kind == .text { first.trimStart() }
    if paragraph.firstChild == nil {
      paragraph.remove()
    } else {
      paragraph.setStart(position(ofByte: range.upperBound))
    }
  }

  private func position(ofByte place: Int) -> MarkdownPosition {
    let line = lineStarts.partitioningIndex { $0 > place }
    return MarkdownPosition(line: line, column: place - lineStarts[line - 1] + 1)
  }
}

extension [Int] {
  /// Returns the index of the first element that is at least a value.
  fileprivate func lowerBound(of value: Int) -> Int { partitioningIndex { $0 >= value } }
}

extension Sequence<MarkdownNode> {
  /// The nodes without breaks and spaces at their end.
  fileprivate var withoutSpaceAtEnd: [MarkdownNode] {
    var nodes = Array(self)
    while let last = nodes.last, last.isSpace { nodes.removeLast() }
    if let last = nodes.last, last.kind == .text { last.trimEnd() }
    return nodes
  }
}

extension MarkdownNode {
  /// True for a break, and for a text of spaces alone.
  fileprivate var isSpace: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    case .text: literalBytes?.allSatisfy { $0 == 0x20 || $0 == 0x09 } ?? true
    default: false
    }
  }

  fileprivate func trimStart() {
    guard let literal = literalBytes else { return }
    let count = literal.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let place = sourceBytes.map { min($0.lowerBound + count, $0.upperBound)..<$0.upperBound }
    cut(to: count..<literal.count, at: place)
  }

  fileprivate func trimEnd() {
    guard let literal = literalBytes else { return }
    let count = literal.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let place = sourceBytes.map { $0.lowerBound..<max($0.upperBound - count, $0.lowerBound) }
    cut(to: 0..<(literal.count - count), at: place)
  }

  /// Puts a formula before an inline.
  fileprivate func insertFormula(_ tex: String, item: Int, at range: Range<Int>) -> MarkdownNode {
    var node = MarkdownTree.Node(kind: .formula)
    node.item = Int32(item)
    (node.startOffset, node.endOffset) = (Int32(range.lowerBound), Int32(range.upperBound))
    let formula = document.tree.add(node)
    document.tree.setLiteral(tex.utf8, of: formula)
    document.tree.insert(formula, before: index)
    return MarkdownNode(index: formula, document: document)
  }

  /// Takes over the TeX and the item of a formula.
  fileprivate func setFormula(_ formula: MarkdownNode) {
    setItem(formula.item)
    document.tree.setLiteral(Array(formula.literalBytes ?? []), of: index)
  }
}
