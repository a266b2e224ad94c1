import Markdown

/// A fenced code block, with the positions of its lines in the file.
struct CodeFence {
  /// The block in the chapter's tree.
  let node: MarkdownNode
  /// The line of the opening fence in the file.
  let line: Int
  /// The start of the fence and of its info string, as indices into the file's bytes.
  let opening: Int
  let infoStart: Int
  /// The lines between the fences, without the prefixes of the containers around them.
  let code: String
  /// True when there is a closing fence.
  let isClosed: Bool

  /// Returns all fenced code blocks of a document, in the order of the text.
  static func all(
    in document: MarkdownDocument, _ source: SourceText
  ) -> [CodeFence] {
    document.root.descendants.compactMap {
      $0.kind == .codeBlock ? CodeFence($0, source) : nil
    }
  }

  private init?(_ node: MarkdownNode, _ source: SourceText) {
    self.node = node
    line = node.start.line
    let text = source.line(line)
    opening = text.startIndex + node.start.column - 1
    guard opening < text.endIndex, text[opening] == 0x60 || text[opening] == 0x7E else {
      return nil
    }
    let mark = text[opening]
    let run = text[opening...].prefix { $0 == mark }
    guard run.count >= 3 else { return nil }
    infoStart = run.endIndex
    code = node.literal ?? ""
    // libcmark does not distinguish indented code from fenced. Indented code begins with the line
    // that begins the block; below a fence the same line would be the closing one.
    let first = code.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    if node.info == nil, first.elementsEqual(text[opening...]) { return nil }
    isClosed = Self.isClosed(
      node, mark: mark, length: run.count, source.line(node.end.line),
      lineCount: code.utf8.count { $0 == 0x0A })
  }

  /// Returns true when the last line is a closing fence, which libcmark does not report: all lines
  /// but the first and the last are code, the last contains only a fence, and that does not open
  /// the next block.
  private static func isClosed(
    _ node: MarkdownNode, mark: UInt8, length: Int, _ last: ArraySlice<UInt8>, lineCount: Int
  ) -> Bool {
    guard node.end.line - node.start.line - 1 == lineCount else { return false }
    let trimmed = last.reversed().drop { $0 == 0x20 || $0 == 0x09 }
    let run = trimmed.prefix { $0 == mark }
    guard run.count >= length else { return false }
    let isPrefix = trimmed.dropFirst(run.count).allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x3E
    }
    return isPrefix && blockAfter(node)?.start.line != node.end.line
  }

  private static func blockAfter(_ node: MarkdownNode) -> MarkdownNode? {
    var node: MarkdownNode? = node
    while let current = node {
      if let sibling = current.nextSibling { return sibling }
      node = current.parent
    }
    return nil
  }

  /// Returns the 1-based line of the file for a line of the code, counted from 0.
  func fileLine(ofCodeLine index: Int) -> Int { line + 1 + index }

  /// Returns the 1-based column at which a line of the code begins in the file.
  func column(
    ofCodeLine index: Int, _ text: some BidirectionalCollection<UInt8>, _ source: SourceText
  ) -> Int {
    let length = text.last == 0x0D ? text.count - 1 : text.count
    return max(source.line(fileLine(ofCodeLine: index)).count - length, 0) + 1
  }
}
