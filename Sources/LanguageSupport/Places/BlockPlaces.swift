import BookModel
import Execution

/// The places of a chapter's blocks in its text. A line of a block may stand behind the marks of lists
/// and quotes, and what a tab gives to both sides of an indentation is in neither text.
package struct BlockPlaces: Sendable {
  private struct Lines: Sendable {
    var block: Int
    /// The chapter's line of the first one.
    var first: Int
    /// The lengths of the lines in bytes.
    var lengths: [Int]
  }

  private let text: ChapterText
  private let blocks: [Lines]

  /// Finds the places of the blocks whose code is the chapter's own.
  package init(_ chapter: Chapter, in text: ChapterText) {
    self.text = text
    blocks = chapter.blocks.enumerated().compactMap { index, block in
      guard block.options.source == nil, !block.code.isEmpty else { return nil }
      var lines = block.code.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if block.code.utf8.last == UInt8(ascii: "\n") { lines.removeLast() }
      return Lines(block: index, first: block.codeStart.line, lengths: lines.map(\.count))
    }
  }

  /// Returns the place in a block of a byte of the text; nil when its line is no line of code. What stands
  /// before the code on its line is taken for the code's beginning.
  package func place(ofByte offset: Int) -> BlockPosition? {
    let line = text.position(ofByte: offset).line
    guard
      let lines = blocks.last(where: { $0.first <= line && line < $0.first + $0.lengths.count })
    else { return nil }
    let length = lines.lengths[line - lines.first]
    let rest = max(text.content(ofLine: line).upperBound - offset, 0)
    return BlockPosition(
      block: lines.block, line: line - lines.first, column: max(length - rest, 0))
  }

  /// Returns the byte of the text at a place in a block; nil when the block has no such line.
  package func offset(of place: BlockPosition) -> Int? {
    guard let lines = blocks.first(where: { $0.block == place.block }),
      lines.lengths.indices.contains(place.line)
    else { return nil }
    let content = text.content(ofLine: lines.first + place.line)
    let rest = max(lines.lengths[place.line] - place.column, 0)
    return max(content.upperBound - rest, content.lowerBound)
  }
}
