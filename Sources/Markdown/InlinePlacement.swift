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
      let kind = nodes[index].kind
      guard kind == .paragraph || kind == .heading, nodes[index].first >= 0 else { continue }
      let (line, last) = (Int(nodes[index].startLine), Int(nodes[index].endLine))
      guard line >= 1, last <= lineStarts.count else { continue }
      let start = lineStarts[line - 1] + max(Int(nodes[index].startColumn) - 1, 0)
      let end = last < lineStarts.count ? lineStarts[last] - 1 : bytes.count
      guard start < end else { continue }
      var placement = InlinePlacement(
        bytes: bytes, cursor: start, end: end, quotes: quotes(around: Int32(index)))
      if kind == .heading { placement.skipNumberSigns() }
      placement.place(&self, below: Int32(index))
    }
  }

  fileprivate func quotes(around index: Int32) -> Int {
    var (count, index) = (0, nodes[Int(index)].parent)
    while index >= 0 {
      if nodes[Int(index)].kind == .blockQuote { count += 1 }
      index = nodes[Int(index)].parent
    }
    return count
  }
}

extension MarkdownNode {
  /// Where an inline begins and ends in the file, in bytes counted from 0; nil where that is not known.
  /// Of a code span it is the text between its backticks, without the space next to them.
  public var sourceBytes: Range<Int>? {
    let node = data
    return node.startOffset >= 0 ? Int(node.startOffset)..<Int(node.endOffset) : nil
  }

  /// Where the address of a link or an image stands in the file; nil when it stands elsewhere.
  public var addressBytes: Range<Int>? {
    let node = data
    return node.addressStart >= 0 ? Int(node.addressStart)..<Int(node.addressEnd) : nil
  }

  /// Where a byte of a text's or a code span's literal stands in the file, or the place behind the last
  /// one; nil where that is not known.
  /// - Parameters:
  ///   - offset: the byte in the literal, counted from 0
  ///   - bytes: the file
  public func sourceOffset(ofByte offset: Int, in bytes: [UInt8]) -> Int? {
    guard let place = sourceBytes, let literal = literalBytes else { return nil }
    let placement = InlinePlacement(
      bytes: bytes, cursor: place.lowerBound, end: place.upperBound,
      quotes: document.tree.quotes(around: index))
    let text = literal.prefix(offset)
    return kind == .code
      ? placement.behindCode(text, at: place.lowerBound)
      : placement.match(text, at: place.lowerBound)
  }
}

/// Goes through the text of one block beside its inlines.
struct InlinePlacement {
  let bytes: [UInt8]
  var cursor: Int
  let end: Int
  /// How many quotes the block lies in: so many `>` may stand before each of its lines.
  let quotes: Int
  /// How many bytes may still be looked at in vain, so that a long block costs no more than a few times
  /// its length.
  private var patience: Int

  init(bytes: [UInt8], cursor: Int, end: Int, quotes: Int) {
    (self.bytes, self.cursor, self.end, self.quotes) = (bytes, cursor, end, quotes)
    patience = 1000 + 4 * (end - cursor)
  }

  mutating func skipNumberSigns() {
    while cursor < end, bytes[cursor] == UInt8(ascii: "#") { cursor += 1 }
    skipBlanks()
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
    case .text: place = find(tree.literal(of: node), match)
    case .htmlInline: place = find(tree.literal(of: node), matchLines)
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
    if node.kind != .link, node.kind != .image { cursor = place.upperBound }
    if node.kind == .code {
      while cursor < end, bytes[cursor] != UInt8(ascii: "`") { cursor += 1 }
      while cursor < end, bytes[cursor] == UInt8(ascii: "`") { cursor += 1 }
    }
  }

  private mutating func leave(_ index: Int32, _ tree: inout MarkdownTree) {
    let node = tree.nodes[Int(index)]
    switch node.kind {
    case .emphasis: skip("*", "_", count: 1)
    case .strong: skip("*", "_", count: 2)
    case .link, .image:
      if let address = skipLinkEnd() {
        tree.nodes[Int(index)].addressStart = Int32(address.lowerBound)
        tree.nodes[Int(index)].addressEnd = Int32(address.upperBound)
      }
      tree.nodes[Int(index)].endOffset = Int32(cursor)
    default: break
    }
  }

  // MARK: Steps

  private mutating func skipBlanks() {
    while cursor < end, bytes[cursor] == 0x20 || bytes[cursor] == 0x09 { cursor += 1 }
  }

  /// Goes past so many of one of two marks, if they are there.
  private mutating func skip(_ mark: Unicode.Scalar, _ other: Unicode.Scalar, count: Int) {
    let marks = [UInt8(ascii: mark), UInt8(ascii: other)]
    for _ in 0..<count where cursor < end && marks.contains(bytes[cursor]) { cursor += 1 }
  }

  /// Goes to the text of the next line, past what belongs to the containers around it.
  private mutating func nextLine() {
    while cursor < end, bytes[cursor] != 0x0A { cursor += 1 }
    cursor = lineStart(after: cursor)
  }

  private func lineStart(after newline: Int) -> Int {
    var (place, left) = (newline + 1, quotes)
    while place < end {
      switch bytes[place] {
      case 0x20, 0x09: place += 1
      case UInt8(ascii: ">") where left > 0:
        place += 1
        left -= 1
      default: return place
      }
    }
    return min(place, end)
  }

  /// Goes past the end of a link or an image: `]` with what follows it, or `>`.
  /// - Returns: the place of the address, if one stands there
  private mutating func skipLinkEnd() -> Range<Int>? {
    guard cursor < end else { return nil }
    if bytes[cursor] == UInt8(ascii: ">") {
      cursor += 1
      return nil
    }
    guard bytes[cursor] == UInt8(ascii: "]") else { return nil }
    cursor += 1
    guard cursor < end else { return nil }
    if bytes[cursor] == UInt8(ascii: "("), let (address, behind) = inlineAddress(from: cursor) {
      cursor = behind
      return address
    }
    // Behind a link that is its own label no other label may stand.
    if bytes[cursor] == UInt8(ascii: "[") {
      var place = cursor + 1
      while place < end, bytes[place] != UInt8(ascii: "]") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      if place < end { cursor = place + 1 }
    }
    return nil
  }

  /// The address in the parentheses of a link, and the place behind them; nil when they are none.
  private func inlineAddress(from open: Int) -> (address: Range<Int>, behind: Int)? {
    var place = skipSpace(open + 1)
    let address: Range<Int>
    if place < end, bytes[place] == UInt8(ascii: "<") {
      let start = place + 1
      place = start
      while place < end, bytes[place] != UInt8(ascii: ">") {
        if bytes[place] == 0x0A { return nil }
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard place < end else { return nil }
      address = start..<place
      place += 1
    } else {
      let start = place
      var depth = 0
      scan: while place < end {
        switch bytes[place] {
        case 0...0x20: break scan
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          if depth == 0 { break scan }
          depth -= 1
        case UInt8(ascii: "\\") where place + 1 < end: place += 1
        default: break
        }
        place += 1
      }
      place = min(place, end)
      address = start..<place
    }
    place = skipSpace(place)
    if place < end, bytes[place] != UInt8(ascii: ")") {
      guard let title = behindTitle(from: place) else { return nil }
      place = skipSpace(title)
    }
    guard place < end, bytes[place] == UInt8(ascii: ")") else { return nil }
    return (address, place + 1)
  }

  private func behindTitle(from open: Int) -> Int? {
    let close: UInt8
    switch bytes[open] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[open]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var place = open + 1
    while place < end, bytes[place] != close {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place < end ? place + 1 : nil
  }

  /// Past spaces, and the end of a line with what stands before the next one.
  private func skipSpace(_ start: Int) -> Int {
    var place = start
    while place < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) {
      place = bytes[place] == 0x0A ? lineStart(after: place) : place + 1
    }
    return place
  }

  // MARK: Texts

  /// The first place from the cursor on at which a text stands.
  private mutating func find(
    _ text: ArraySlice<UInt8>, _ match: (ArraySlice<UInt8>, Int) -> Int?
  ) -> Range<Int>? {
    if text.isEmpty { return cursor..<cursor }
    var place = cursor
    while place < end, patience >= 0 {
      if let behind = match(text, place) { return place..<behind }
      place += 1
      patience -= 1
    }
    return nil
  }

  /// Compares a text with the source at a place, where escapes and references stand for characters.
  /// - Returns: the place behind it; nil when it is another text
  func match(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    var place = start
    var rest = text
    while let byte = rest.first {
      guard place < end else { return nil }
      if bytes[place] == UInt8(ascii: "&"), let behind = reference(at: place),
        !rest.starts(with: bytes[place..<behind])
      {
        // One character or two stand for it.
        rest = rest.dropFirst(Self.length(of: byte))
        if let next = rest.first, next >= 0xC0, behind >= end || bytes[behind] != next {
          rest = rest.dropFirst(Self.length(of: next))
        }
        place = behind
      } else if bytes[place] == UInt8(ascii: "\\"), place + 1 < end, bytes[place + 1] == byte,
        Self.isPunctuation(byte)
      {
        place += 2
        rest = rest.dropFirst()
      } else if bytes[place] == byte {
        place += 1
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return place
  }

  /// Compares a text of several lines with the source at a place.
  private func matchLines(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    var place = start
    for byte in text {
      guard place < end, bytes[place] == byte else { return nil }
      place = byte == 0x0A ? lineStart(after: place) : place + 1
    }
    return place
  }

  /// The place of a code span's text between its backticks.
  private mutating func findCode(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    var place = cursor
    while place < end, patience >= 0 {
      patience -= 1
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let inside = bytes[place..<end].drop { $0 == UInt8(ascii: "`") }.startIndex
      if let found = matchCode(text, at: inside, fence: inside - place) { return found }
      place = inside
    }
    return nil
  }

  private func matchCode(_ text: ArraySlice<UInt8>, at inside: Int, fence: Int) -> Range<Int>? {
    // A space at either end may belong to the backticks.
    for start in [inside, skipOneSpace(inside)] {
      guard let behind = behindCode(text, at: start) else { continue }
      let close = start == inside ? behind : skipOneSpace(behind)
      let run = bytes[min(close, end)..<end].prefix { $0 == UInt8(ascii: "`") }
      if run.count == fence { return start..<behind }
    }
    return nil
  }

  /// Compares the text of a code span, in which a space may be a line's end, with the source at a place.
  /// - Returns: the place behind it; nil when it is another text
  func behindCode(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    var place = start
    for byte in text {
      guard place < end else { return nil }
      if bytes[place] == 0x0D, place + 1 < end, bytes[place + 1] == 0x0A { place += 1 }
      if byte == 0x20, bytes[place] == 0x0A {
        place = lineStart(after: place)
      } else if bytes[place] == byte {
        place += 1
      } else {
        return nil
      }
    }
    return place
  }

  private func skipOneSpace(_ place: Int) -> Int {
    guard place < end else { return place }
    switch bytes[place] {
    case 0x20: return place + 1
    case 0x0D where place + 1 < end && bytes[place + 1] == 0x0A: return lineStart(after: place + 1)
    case 0x0A: return lineStart(after: place)
    default: return place
    }
  }

  /// The place behind a character reference such as `&amp;`; nil when none is there.
  private func reference(at start: Int) -> Int? {
    let name = bytes[(start + 1)..<min(start + 34, end)].prefix {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    guard !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    return name.endIndex + 1
  }

  /// Whether a byte is one before which a backslash stands for nothing.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The length of a character in UTF-8, by its first byte.
  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
