import BookModel
import Markdown

/// Returns the ranges of Markdown nodes in a file. When the range of an inline is unknown, the
/// start of its block is used.
extension SourceText {
  /// Returns the range of an inline, or the start of a block.
  func place(of node: MarkdownNode) -> SourceRange {
    node.sourceBytes.map(range) ?? placeOfBlock(around: node)
  }

  /// Returns the range of the address of a link or an image, or of the link itself when its address
  /// is elsewhere.
  func placeOfAddress(of link: MarkdownNode) -> SourceRange {
    link.addressBytes.map(range) ?? place(of: link)
  }

  fileprivate func placeOfBlock(around node: MarkdownNode) -> SourceRange {
    var block = node
    while !block.kind.isBlock || block.start.line == 0, let parent = block.parent { block = parent }
    return range(line: max(block.start.line, 1), column: max(block.start.column, 1))
  }
}

/// Locates the parts of a text's or a code span's literal in the file.
struct LiteralPlaces {
  private let source: SourceText
  private let node: MarkdownNode
  private let offsets: [Int]?

  init(of node: MarkdownNode, in source: SourceText) {
    (self.node, self.source) = (node, source)
    offsets = node.sourceOffsets(in: source.bytes)
  }

  private init(_ node: MarkdownNode, _ source: SourceText, _ offsets: [Int]?) {
    (self.node, self.source, self.offsets) = (node, source, offsets)
  }

  /// Returns the places in a literal and that of the next line, with a space between them.
  func joined(with next: LiteralPlaces) -> LiteralPlaces {
    guard let offsets, let more = next.offsets else { return LiteralPlaces(node, source, nil) }
    return LiteralPlaces(node, source, offsets + more)
  }

  /// Returns the bytes of the file for a part given in bytes of the literal, or nil when they are
  /// unknown.
  func bytes(of part: Range<Int>) -> Range<Int>? {
    offsets.map { $0[part.lowerBound]..<$0[part.upperBound] }
  }

  /// Returns the range of a part, or the start of the block around it.
  func range(of part: Range<Int>) -> SourceRange {
    bytes(of: part).map(source.range) ?? source.placeOfBlock(around: node)
  }
}
