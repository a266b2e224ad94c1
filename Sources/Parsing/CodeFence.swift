import Markdown

/// A code block between fences, and where its lines stand in the file.
struct CodeFence {
  /// The line of the opening fence in the file.
  let line: Int
  /// Where the fence begins, and where its info string does, as indices into the file's bytes.
  let opening: Int
  let infoStart: Int
  /// The lines between the fences, without what belongs to the containers around them.
  let code: String
  /// Whether a closing fence ends it.
  let isClosed: Bool

  /// All fenced code blocks of a document, in the order of the text.
  static func all(
    in document: MarkdownDocument, _ source: SourceText, bodyLine: Int
  ) -> [CodeFence] {
    var fences: [CodeFence] = []
    var doubtful: [Int] = []
    for node in document.root.descendants where node.kind == .codeBlock {
      guard let fence = CodeFence(node, source, bodyLine: bodyLine) else { continue }
      if node.info == nil, fence.mayBeIndentedCode(source) { doubtful.append(fence.line) }
      fences.append(fence)
    }
    guard !doubtful.isEmpty else { return fences }
    let indented = IndentedCode.lines(among: doubtful, in: source, bodyLine: bodyLine)
    return fences.filter { !indented.contains($0.line) }
  }

  private init?(_ node: MarkdownNode, _ source: SourceText, bodyLine: Int) {
    line = node.start.line + bodyLine - 1
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
    isClosed = Self.isClosed(
      node, mark: mark, length: run.count, source.line(node.end.line + bodyLine - 1),
      lineCount: code.utf8.count { $0 == 0x0A })
  }

  /// libcmark closes every block in the end, so look whether the last line is a fence: all lines
  /// but the first and the last are code, the last holds a fence alone, and it is not one that
  /// opens the next block.
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

  /// libcmark does not tell indented code from fenced. Indented code has four columns of space
  /// before it; so has a fence only deep in a list.
  private func mayBeIndentedCode(_ source: SourceText) -> Bool {
    let before = source.line(line).prefix(upTo: opening).suffix(4)
    return before.contains(0x09) || before.count == 4 && before.allSatisfy { $0 == 0x20 }
  }

  /// The line of the file on which a line of the code stands, counted from 0.
  func fileLine(ofCodeLine index: Int) -> Int { line + 1 + index }

  /// The 1-based column at which a line of the code begins in the file.
  func column(
    ofCodeLine index: Int, _ text: some BidirectionalCollection<UInt8>, _ source: SourceText
  ) -> Int {
    let length = text.last == 0x0D ? text.count - 1 : text.count
    return max(source.line(fileLine(ofCodeLine: index)).count - length, 0) + 1
  }
}
