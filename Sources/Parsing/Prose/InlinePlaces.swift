import BookModel
import Markdown

/// Finds where inlines stand. libcmark knows their place only nearly, that of the block around them
/// exactly: the text is looked for there, behind the one that was found last. What is not found is
/// placed at its block.
struct InlinePlaces {
  let source: SourceText
  let bodyLine: Int
  private var cursor = 0

  init(source: SourceText, bodyLine: Int) {
    self.source = source
    self.bodyLine = bodyLine
  }

  /// The place of a text that stands within a node's block, behind a prefix.
  mutating func place(
    of text: String, after prefix: String = "", in node: MarkdownNode
  ) -> SourceRange {
    var block = node
    while !block.kind.isBlock || block.start.line == 0, let parent = block.parent { block = parent }
    let line = block.start.line + bodyLine - 1
    let wanted = Array((prefix + text).utf8)
    let start = max(cursor, source.line(line).startIndex + max(block.start.column - 1, 0))
    let end = source.line(block.end.line + bodyLine - 1).endIndex
    guard let first = wanted.first, start + wanted.count <= end else { return place(of: block) }
    var offset = start
    while offset + wanted.count <= end {
      if source.bytes[offset] == first, source.bytes[offset...].starts(with: wanted) {
        cursor = offset + wanted.count
        return SourceRange(
          file: source.file, start: source.position(ofByte: offset + prefix.utf8.count),
          end: source.position(ofByte: cursor))
      }
      offset += 1
    }
    return place(of: block)
  }

  /// The first byte of a block.
  func place(of block: MarkdownNode) -> SourceRange {
    source.range(
      line: max(block.start.line + bodyLine - 1, 1), column: max(block.start.column, 1))
  }
}
