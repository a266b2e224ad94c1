import Execution
import LanguageSupport

/// The code of a block with the places of its characters in the chapter's text.
struct BlockText: Sendable {
  private let block: Int
  private let lines: TextLines
  private let places: BlockPlaces

  /// Takes a block of a chapter.
  /// - Parameter block: its index in `Chapter.blocks`
  init(_ chapter: EditedChapter, block: Int) {
    self.block = block
    lines = TextLines(Array(chapter.chapter.blocks[block].code.utf8))
    places = chapter.blockPlaces
  }

  /// Returns the byte of the chapter's text at a place in the code.
  /// - Parameter offset: the place in UTF-16 units
  /// - Returns: nil for a place that is not in the code
  func byte(at offset: Int) -> Int? {
    var rest = offset
    for line in 0..<lines.count {
      guard let content = lines.content(ofLine: line) else { return nil }
      let length = lines.position(ofByte: content.upperBound, .utf16).column
      if rest <= length {
        guard let byte = lines.offset(line: line, column: rest, .utf16) else { return nil }
        return places.offset(
          of: BlockPosition(block: block, line: line, column: byte - content.lowerBound))
      }
      rest -= length + 1
    }
    return nil
  }

  /// Returns the place in the code of a byte of the chapter's text, in UTF-16 units.
  /// - Returns: nil for a byte that is not in the code
  func offset(ofByte byte: Int) -> Int? {
    guard let place = places.place(ofByte: byte), place.block == block,
      let content = lines.content(ofLine: place.line)
    else { return nil }
    let before = (0..<place.line).reduce(0) { sum, line in
      let end = lines.content(ofLine: line)?.upperBound ?? 0
      return sum + lines.position(ofByte: end, .utf16).column + 1
    }
    return before + lines.position(ofByte: content.lowerBound + place.column, .utf16).column
  }
}
