import BookModel
import Markdown

/// Looks for the text of a code span in the file. libcmark knows the place of an inline only nearly,
/// that of the block around it exactly: the text is looked for there, behind the one found last.
struct SpanSearch {
  let source: SourceText
  let bodyLine: Int

  /// Where each byte of a span's text stands, counted from 0, and where the first byte behind it
  /// does; nil when the text is not found.
  func offsets(of text: String, in node: MarkdownNode, from cursor: inout Int) -> [Int]? {
    let block = block(around: node)
    let first = source.line(block.start.line + bodyLine - 1)
    let end = source.line(block.end.line + bodyLine - 1).endIndex
    let wanted = Array(text.utf8)
    var start = max(cursor, first.startIndex + block.start.column - 1)
    while start < end {
      if source.bytes[start] == 0x60, let found = match(wanted, after: start, end) {
        cursor = found[wanted.count]
        return found
      }
      start += 1
    }
    return nil
  }

  /// The first byte of the block around a node.
  func start(of node: MarkdownNode) -> SourceRange {
    let block = block(around: node)
    return source.range(line: block.start.line + bodyLine - 1, column: max(block.start.column, 1))
  }

  private func block(around node: MarkdownNode) -> MarkdownNode {
    var block = node
    while !block.kind.isBlock, let parent = block.parent { block = parent }
    return block
  }

  /// Compares a text with the bytes behind a backtick. A space may be the end of a line with the
  /// marks of quotes and the indentation on the next.
  private func match(_ wanted: [UInt8], after backtick: Int, _ end: Int) -> [Int]? {
    var offset = backtick + 1
    guard offset < end, source.bytes[offset] != 0x60 else { return nil }
    // One space after the backticks and one before them do not belong to the text.
    if source.bytes[offset] == 0x20, wanted.first != 0x20 { offset += 1 }
    var offsets: [Int] = []
    offsets.reserveCapacity(wanted.count + 1)
    for byte in wanted {
      guard offset < end else { return nil }
      offsets.append(offset)
      if byte == 0x20, source.bytes[offset] == 0x0A || source.bytes[offset] == 0x0D {
        while offset < end, [0x0A, 0x0D, 0x20, 0x09, 0x3E].contains(source.bytes[offset]) {
          offset += 1
        }
      } else if byte == source.bytes[offset] {
        offset += 1
      } else {
        return nil
      }
    }
    guard offset < end, source.bytes[offset] == 0x60 || source.bytes[offset] == 0x20 else {
      return nil
    }
    return offsets + [offset]
  }
}
