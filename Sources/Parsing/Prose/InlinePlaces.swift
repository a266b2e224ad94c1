import BookModel
import Markdown

/// The places of Markdown nodes in a file. Where that of an inline is not known, its block's first byte
/// stands for it.
extension SourceText {
  /// An inline, or the first byte of a block.
  func place(of node: MarkdownNode) -> SourceRange {
    node.sourceBytes.map(range) ?? placeOfBlock(around: node)
  }

  /// A part of the literal of a text or a code span, in bytes counted from 0.
  func place(of part: Range<Int>, in node: MarkdownNode) -> SourceRange {
    guard let start = node.sourceOffset(ofByte: part.lowerBound, in: bytes),
      let end = node.sourceOffset(ofByte: part.upperBound, in: bytes)
    else { return placeOfBlock(around: node) }
    return range(ofBytes: start..<end)
  }

  /// The address of a link or an image; the link itself when its address stands elsewhere.
  func placeOfAddress(of link: MarkdownNode) -> SourceRange {
    link.addressBytes.map(range) ?? place(of: link)
  }

  private func placeOfBlock(around node: MarkdownNode) -> SourceRange {
    var block = node
    while !block.kind.isBlock || block.start.line == 0, let parent = block.parent { block = parent }
    return range(line: max(block.start.line, 1), column: max(block.start.column, 1))
  }
}
