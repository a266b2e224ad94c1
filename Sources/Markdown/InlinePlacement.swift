extension MarkdownTree {
  /// Finds where the inlines stand in the file, to the byte. libcmark tells the places of blocks
  /// exactly and those of inlines only nearly; the inlines of a block come in the order of its text,
  /// so that each is found behind the one before it.
  ///
  /// - Parameters:
  ///   - bytes: the file
  ///   - lineStarts: where each of its lines begins, counted from 0
  public mutating func placeInlines(in bytes: [UInt8], lineStarts: [Int]) {
    for index in nodes.indices {
      guard let (text, start) = textBlock(at: index, in: bytes, lineStarts: lineStarts) else {
        continue
      }
      var placement = InlinePlacement(text, from: start)
      if nodes[index].kind == .heading { placement.skipNumberSigns() }
      placement.place(&self, below: Int32(index))
    }
  }

  /// Returns the text of a paragraph or a heading in a file, and where it begins; nil for other nodes.
  func textBlock(
    at index: Int, in bytes: [UInt8], lineStarts: [Int]
  ) -> (text: BlockText, start: Int)? {
    let node = nodes[index]
    guard node.kind == .paragraph || node.kind == .heading, node.first >= 0 else { return nil }
    let (line, last) = (Int(node.startLine), Int(node.endLine))
    guard line >= 1, last <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1] + max(Int(node.startColumn) - 1, 0)
    let end = last < lineStarts.count ? lineStarts[last] - 1 : bytes.count
    guard start < end else { return nil }
    return (BlockText(bytes: bytes, end: end, quotes: quotes(around: Int32(index))), start)
  }

  /// The number of block quotes around a node.
  func quotes(around index: Int32) -> Int {
    var (count, index) = (0, nodes[Int(index)].parent)
    while index >= 0 {
      if nodes[Int(index)].kind == .blockQuote { count += 1 }
      index = nodes[Int(index)].parent
    }
    return count
  }
}

extension MarkdownNode {
  /// The range of an inline in the file, in bytes from 0; nil where that is not known. For a code
  /// span, the text between its backticks, without the spaces next to them.
  public var sourceBytes: Range<Int>? {
    let node = data
    return node.startOffset >= 0 ? Int(node.startOffset)..<Int(node.endOffset) : nil
  }

  /// The range of the address of a link or an image in the file; nil when it is defined elsewhere.
  public var addressBytes: Range<Int>? {
    let node = data
    return node.addressStart >= 0 ? Int(node.addressStart)..<Int(node.addressEnd) : nil
  }

  /// Returns the offset in the file of each byte of a text's or a code span's literal, and of the
  /// end; nil where that is not known.
  /// - Parameter bytes: the file
  public func sourceOffsets(in bytes: [UInt8]) -> [Int]? {
    guard let place = sourceBytes, let literal = literalBytes else { return nil }
    let text = BlockText(
      bytes: bytes, end: place.upperBound, quotes: document.tree.quotes(around: index))
    var offsets: [Int] = []
    offsets.reserveCapacity(literal.count + 1)
    let behind = text.follow(literal, as: kind, from: place.lowerBound) { offsets.append($0) }
    return behind.map { offsets + [$0] }
  }
}

/// Goes through the text of one block beside its inlines.
struct InlinePlacement {
  private let text: BlockText
  private var cursor: Int
  /// The number of bytes that may still be scanned without a match, so that a long block costs no
  /// more than a few times its length.
  private var patience: Int

  init(_ text: BlockText, from start: Int) {
    (self.text, cursor) = (text, start)
    patience = 1000 + 4 * (text.end - start)
  }

  /// Goes past the number signs of a heading.
  mutating func skipNumberSigns() {
    skip("#", "#", count: 6)
    skip(" ", "\t", count: text.end - cursor)
  }

  /// Places all inlines below a block.
  mutating func place(_ tree: inout MarkdownTree, below root: Int32) {
    var index = tree.nodes[Int(root)].first
    while index >= 0 {
      enter(index, &tree)
      let child = tree.nodes[Int(index)].first
      if child >= 0 {
        index = child
        continue
      }
      while true {
        leave(index, &tree)
        let node = tree.nodes[Int(index)]
        if node.next >= 0 {
          index = node.next
          break
        }
        index = node.parent
        if index == root { return }
      }
    }
  }

  private mutating func enter(_ index: Int32, _ tree: inout MarkdownTree) {
    let node = tree.nodes[Int(index)]
    var place: Range<Int>?
    switch node.kind {
    case .text, .htmlInline: place = find(tree.literal(of: node), as: node.kind)
    case .code: place = findCode(tree.literal(of: node))
    case .softBreak, .lineBreak: nextLine()
    case .emphasis: skip("*", "_", count: 1)
    case .strong: skip("*", "_", count: 2)
    case .link, .image:
      place = cursor..<cursor
      if node.kind == .image { skip("!", "!", count: 1) }
      skip("[", "<", count: 1)
    default: break
    }
    guard let place else { return }
    tree.nodes[Int(index)].startOffset = Int32(place.lowerBound)
    tree.nodes[Int(index)].endOffset = Int32(place.upperBound)
  }

  private mutating func leave(_ index: Int32, _ tree: inout MarkdownTree) {
    switch tree.nodes[Int(index)].kind {
    case .emphasis: skip("*", "_", count: 1)
    case .strong: skip("*", "_", count: 2)
    case .link, .image:
      if let linkEnd = LinkEnd(at: cursor, in: text) {
        cursor = linkEnd.end
        if let address = linkEnd.address {
          tree.nodes[Int(index)].addressStart = Int32(address.lowerBound)
          tree.nodes[Int(index)].addressEnd = Int32(address.upperBound)
        }
      }
      tree.nodes[Int(index)].endOffset = Int32(cursor)
    default: break
    }
  }

  // MARK: Steps

  /// Goes past so many of one of two marks, if they are there.
  private mutating func skip(_ mark: Unicode.Scalar, _ other: Unicode.Scalar, count: Int) {
    let marks = (UInt8(ascii: mark), UInt8(ascii: other))
    var left = count
    while left > 0, cursor < text.end,
      text.bytes[cursor] == marks.0 || text.bytes[cursor] == marks.1
    {
      cursor += 1
      left -= 1
    }
  }

  /// Goes to the text of the next line, past what belongs to the containers around it.
  private mutating func nextLine() {
    while cursor < text.end, text.bytes[cursor] != 0x0A { cursor += 1 }
    cursor = text.lineStart(after: cursor)
  }

  /// Goes past the first place from the cursor on at which a literal stands.
  /// - Returns: the place; nil when none is found, and the cursor stays
  private mutating func find(_ literal: ArraySlice<UInt8>, as kind: MarkdownKind) -> Range<Int>? {
    if literal.isEmpty { return cursor..<cursor }
    var place = cursor
    while place < text.end, patience >= 0 {
      if let found = follow(literal, as: kind, from: place) {
        cursor = found.upperBound
        return found
      }
      place += 1
    }
    return nil
  }

  /// Goes past a code span.
  /// - Returns: the place of its text between its backticks; nil when it is not found
  private mutating func findCode(_ literal: ArraySlice<UInt8>) -> Range<Int>? {
    var place = cursor
    while place < text.end, patience >= 0 {
      guard text.bytes[place] == UInt8(ascii: "`") else {
        place += 1
        patience -= 1
        continue
      }
      let inside = behindBackticks(from: place)
      if let found = findCode(literal, between: inside - place, from: inside) { return found }
      place = inside
    }
    return nil
  }

  /// A space at either end of a code span may belong to the backticks.
  private mutating func findCode(
    _ literal: ArraySlice<UInt8>, between count: Int, from inside: Int
  ) -> Range<Int>? {
    for start in [inside, text.behindOneSpace(from: inside)] {
      guard let found = follow(literal, as: .code, from: start) else { continue }
      let behind = found.upperBound
      let close = start == inside ? behind : text.behindOneSpace(from: behind)
      let end = behindBackticks(from: close)
      guard end - close == count else { continue }
      cursor = end
      return found
    }
    return nil
  }

  private func behindBackticks(from start: Int) -> Int {
    var place = start
    while place < text.end, text.bytes[place] == UInt8(ascii: "`") { place += 1 }
    return place
  }

  /// Compares a literal with the text at a place. What is looked at in vain takes patience.
  private mutating func follow(
    _ literal: ArraySlice<UInt8>, as kind: MarkdownKind, from start: Int
  ) -> Range<Int>? {
    var looked = 1
    if let behind = text.follow(literal, as: kind, from: start, visit: { _ in looked += 1 }) {
      return start..<behind
    }
    patience -= looked
    return nil
  }
}
