import BookModel
import Markdown

/// The places of Markdown nodes in a file. Where that of an inline is not known, its block's first byte
/// stands for it.
extension SourceText {
  /// An inline, or the first byte of a block.
  func place(of node: MarkdownNode) -> SourceRange {
    node.sourceBytes.map(range) ?? placeOfBlock(around: node)
  }

  /// The address of a link or an image; the link itself when its address stands elsewhere.
  func placeOfAddress(of link: MarkdownNode) -> SourceRange {
    link.addressBytes.map(range) ?? place(of: link)
  }

  fileprivate func placeOfBlock(around node: MarkdownNode) -> SourceRange {
    var block = node
    while !block.kind.isBlock || block.start.line == 0, let parent = block.parent { block = parent }
    return range(line: max(block.start.line, 1), column: max(block.start.column, 1))
  }
}

/// The places of the parts of a text's or a code span's literal.
struct LiteralPlaces {
  private let source: SourceText
  private let node: MarkdownNode
  private let offsets: [Int]?

  init(of node: MarkdownNode, in source: SourceText) {
    (self.node, self.source) = (node, source)
    offsets = node.sourceOffsets(in: source.bytes)
  }

  /// The bytes of the file at which a part stands, itself in bytes of the literal; nil where they are
  /// not known.
  func bytes(of part: Range<Int>) -> Range<Int>? {
    offsets.map { $0[part.lowerBound]..<$0[part.upperBound] }
  }

  /// The place of a part, or the first byte of the block around it.
  func range(of part: Range<Int>) -> SourceRange {
    bytes(of: part).map(source.range) ?? source.placeOfBlock(around: node)
  }
}
