import BookModel

/// The text of a chapter as its author has it open, with the places of its bytes as parsing counts them:
/// without a byte order mark.
package struct ChapterText: Equatable, Sendable {
  /// The lines as editors count them.
  package let lines: TextLines
  /// The length of the byte order mark.
  private let markLength: Int
  /// The first bytes of the lines that parsing counts, which end with LF alone or CRLF.
  private let starts: [Int]

  /// Finds the places of a text.
  package init(_ bytes: [UInt8]) {
    lines = TextLines(bytes)
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    starts = [markLength] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The text, UTF-8.
  package var bytes: [UInt8] { lines.bytes }

  /// The number of lines.
  package var lineCount: Int { starts.count }

  /// Returns the bytes of a line, counted from 1, without its end; empty outside of the text.
  package func content(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if end > starts[line - 1], bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line - 1]..<max(end, starts[line - 1])
  }

  /// Returns the byte at a place; the nearest one for a place outside of the text.
  package func offset(of position: SourcePosition) -> Int {
    if position.line < 1 { return starts[0] }
    let content = content(ofLine: position.line)
    let offset = content.lowerBound + position.column - 1
    return min(max(offset, content.lowerBound), content.upperBound)
  }

  /// Returns the place of a byte.
  package func position(ofByte offset: Int) -> SourcePosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: max(offset - starts[low], 0) + 1)
  }

  /// Returns the bytes of a range; for a point those of the word there, or else of one character.
  package func bytes(of range: SourceRange) -> Range<Int> {
    let start = offset(of: range.start)
    if range.end > range.start { return start..<max(offset(of: range.end), start) }
    let end = content(ofLine: range.start.line).upperBound
    var last = start
    while last < end, Self.isOfWord(bytes[last]) { last += 1 }
    if last == start, last < end {
      last += 1
      while last < end, bytes[last] & 0xC0 == 0x80 { last += 1 }
    }
    return start..<last
  }

  /// Returns the text with other bytes in place of some.
  package func replacing(_ range: Range<Int>, with text: [UInt8]) -> ChapterText {
    var bytes = bytes
    bytes.replaceSubrange(range, with: text)
    return ChapterText(bytes)
  }

  /// Returns the text of some bytes.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// True for the bytes of which names consist, those beyond ASCII included.
  static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
