import BookModel
import Markdown

/// Gives the blocks of a document nodes for their captions, with the captions' inlines.
struct FigureCaptionReader {
  let source: SourceText

  /// Reads the captions of all blocks, and the formulas in them. The item of each is its place among the
  /// captions of its block.
  func read(
    _ document: MarkdownDocument, _ blocks: [Block], _ reading: inout MarkdownReading
  ) {
    var found: [(node: MarkdownNode, place: Range<Int>)] = []
    for node in Array(document.root.descendants) where node.kind == .block {
      guard let block = node.item.map({ blocks[$0] }), block.experimentID != nil else { continue }
      for (index, caption) in block.options.captions.enumerated() {
        let (start, end) = (caption.range.start, caption.range.end)
        let made = node.appendBlock(
          .figureCaption, name: caption.label,
          from: MarkdownPosition(line: start.line, column: start.column),
          to: MarkdownPosition(line: end.line, column: max(end.column - 1, start.column)))
        made.setItem(index)
        let line = source.lineStarts[start.line - 1] - 1
        found.append((made, line + start.column..<line + end.column))
      }
    }
    if found.isEmpty { return }
    reading.readFormulas(in: found.map(\.place))
    let pieces = found.map { node, place in
      InlinePiece(
        node, markdown: String(decoding: reading.bytes[place], as: UTF8.self), at: place)
    }
    reading.fill(pieces, in: document)
  }
}
