import Markdown

/// A line of a table.
struct TableRow {
  /// The line's number in the file, 1-based.
  let number: Int
  private let line: ArraySlice<UInt8>
  private let bytes: ArraySlice<UInt8>

  /// Parses a line of the file, inside a number of block quotes.
  init(_ line: ArraySlice<UInt8>, number: Int, quotes: Int) {
    self.number = number
    self.line = line
    var rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    var left = quotes
    while left > 0, rest.first == UInt8(ascii: ">") {
      rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      left -= 1
    }
    // The first line of a list item has the marker before it.
    bytes = Self.trimmed(Self.withoutMarker(rest))
  }

  /// The text without the prefixes of its containers, and its 1-based column.
  var content: (text: String, column: Int) {
    (String(decoding: bytes, as: UTF8.self), bytes.startIndex - line.startIndex + 1)
  }

  /// True when the line contains a `|`.
  var hasPipe: Bool { bytes.contains(UInt8(ascii: "|")) }

  /// The alignments of a delimiter row; nil when the line is not one.
  var alignments: [MarkdownColumnAlignment?]? {
    let isRow = bytes.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
    guard isRow, hasPipe || bytes.contains(0x3A), bytes.contains(0x2D) else { return nil }
    var alignments: [MarkdownColumnAlignment?] = []
    for part in parts {
      let cell = Self.trimmed(part)
      let isLeft = cell.first == 0x3A
      let isRight = cell.count > 1 && cell.last == 0x3A
      let hyphens = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == 0x2D }) else { return nil }
      switch (isLeft, isRight) {
      case (true, true): alignments.append(.center)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (false, false): alignments.append(nil)
      }
    }
    return alignments
  }

  var cells: [PipeTable.Cell] {
    parts.map { part in
      let cell = Self.trimmed(part)
      var text: [UInt8] = []
      for byte in cell {
        if byte == 0x7C, text.last == 0x5C { text.removeLast() }
        text.append(byte)
      }
      return PipeTable.Cell(
        markdown: String(decoding: text, as: UTF8.self), line: number,
        column: cell.startIndex - line.startIndex + 1, length: cell.count)
    }
  }

  /// The text between the `|` characters that are not escaped with a backslash.
  private var parts: [ArraySlice<UInt8>] {
    var rest = bytes
    if rest.first == 0x7C { rest = rest.dropFirst() }
    var parts: [ArraySlice<UInt8>] = []
    var start = rest.startIndex
    var last: UInt8 = 0
    for index in rest.indices {
      if rest[index] == 0x7C, last != 0x5C {
        parts.append(rest[start..<index])
        start = index + 1
      }
      last = rest[index]
    }
    if start < rest.endIndex || parts.isEmpty { parts.append(rest[start...]) }
    return parts
  }

  private static func withoutMarker(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isMarker =
      bytes.count > 2 && [0x2D, 0x2A, 0x2B].contains(bytes[bytes.startIndex])
      && bytes[bytes.startIndex + 1] == 0x20
    // A delimiter row without outer pipes begins with a hyphen too, but not with a single one.
    return isMarker
      && bytes.dropFirst(2).contains(where: { ![0x7C, 0x2D, 0x3A, 0x20].contains($0) })
      ? bytes.dropFirst(2) : bytes
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      return start.prefix(0)
    }
    return start[...last]
  }
}
