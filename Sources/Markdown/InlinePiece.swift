/// A piece of a file whose inlines are read apart from those around it: a cell of a table, a caption.
public struct InlinePiece {
  /// The node that holds the inlines.
  let node: MarkdownNode
  /// The text. Whatever it begins with, it is taken for inlines.
  let markdown: String
  /// The bytes of the file in which it stands.
  let place: Range<Int>
  /// The number of block quotes around it.
  let quotes: Int

  /// Makes a piece.
  public init(_ node: MarkdownNode, markdown: String, at place: Range<Int>, quotes: Int = 0) {
    self.node = node
    self.markdown = markdown
    self.place = place
    self.quotes = quotes
  }
}

extension MarkdownReading {
  /// Gives the nodes of some pieces, which hold nothing, the inlines of their texts. What the whole file
  /// defines for links holds for them too.
  public func fill(_ pieces: [InlinePiece], in document: MarkdownDocument) {
    let pieces = pieces.filter { !$0.markdown.isEmpty }
    if pieces.isEmpty { return }
    let definitions = definitions
    // Part by part, because the tree of a large table needs much memory. What all parts repeat is less
    // than each of them.
    let least = max(200_000, definitions.count)
    var start = 0
    while start < pieces.count {
      var (end, size) = (start, 0)
      while end < pieces.count, size < least {
        size += pieces[end].markdown.utf8.count + 3
        end += 1
      }
      fill(pieces[start..<end], definitions, in: document)
      start = end
    }
  }

  private func fill(
    _ pieces: ArraySlice<InlinePiece>, _ definitions: [UInt8], in document: MarkdownDocument
  ) {
    var text = definitions
    // A bar before each, which is taken away again, keeps it from being anything but a paragraph.
    for piece in pieces { text += "\n\n|\(piece.markdown)".utf8 }
    let parsed = MarkdownDocument(MarkdownTree(bytes: text[...], firstLine: 1))
    let paragraphs = Array(parsed.root.children).suffix(pieces.count)
    for (piece, paragraph) in zip(pieces, paragraphs) {
      if let first = paragraph.firstChild, let literal = first.literalBytes {
        first.cut(to: 1..<literal.count, at: nil)
      }
      for child in paragraph.children { piece.node.adopt(child) }
      let block = BlockText(bytes: bytes, end: piece.place.upperBound, quotes: piece.quotes)
      var placement = InlinePlacement(block, from: piece.place.lowerBound)
      placement.place(&document.tree, below: piece.node.index)
    }
  }

  /// The lines that define links, `[label]: address "title"`, each with the two after it, which may be
  /// a part of it.
  private var definitions: [UInt8] {
    guard let texts = tree.definitionTexts(in: bytes, lineStarts: lineStarts) else { return [] }
    var definitions: [UInt8] = []
    for line in texts {
      for number in line..<min(line + 3, lineStarts.count + 1) {
        let start = lineStarts[number - 1]
        let content = bytes[start...].prefix { $0 != 0x0A }.drop {
          $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
        }
        if content.allSatisfy({ $0 <= 0x20 }) || content.starts(with: "[^".utf8) { break }
        definitions += content + [0x0A]
      }
      definitions.append(0x0A)
    }
    return definitions
  }
}

extension MarkdownTree {
  /// Returns the numbers of the lines that look like definitions of links and are neither text nor code
  /// nor the beginning of a footnote; nil when there are none.
  fileprivate func definitionTexts(in bytes: [UInt8], lineStarts: [Int]) -> [Int]? {
    let candidates = lineStarts.indices.filter { index in
      let line = bytes[lineStarts[index]...].prefix { $0 != 0x0A }
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard text.first == UInt8(ascii: "["), !text.starts(with: "[^".utf8),
        let close = text.firstIndex(of: UInt8(ascii: "]"))
      else { return false }
      return close + 1 < text.endIndex && text[close + 1] == UInt8(ascii: ":")
    }
    if candidates.isEmpty { return nil }
    var read = Set<Int>()
    for node in nodes {
      switch node.kind {
      case .codeBlock, .htmlBlock:
        read.formUnion(Int(node.startLine)...max(Int(node.startLine), Int(node.endLine)))
      case .text where node.startOffset >= 0:
        let place = Int(node.startOffset)
        let next = candidates.partitioningIndex { lineStarts[$0] > place }
        guard next > 0 else { continue }
        let line = candidates[next - 1]
        let start = bytes[lineStarts[line]...].firstIndex(of: UInt8(ascii: "["))
        if start == place { read.insert(line + 1) }
      default: break
      }
    }
    return candidates.map { $0 + 1 }.filter { !read.contains($0) }
  }
}
