/// The units in which columns are counted.
package enum ColumnUnit: Sendable {
  case utf8
  case utf16
}

/// A text's bytes with the starts of its lines. A line ends with LF, CRLF or CR.
package struct TextLines: Equatable, Sendable {
  /// The text, UTF-8.
  package let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines of a text.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0A || byte == 0x0D && !(bytes.dropFirst(index + 1).first == 0x0A)
      if isEnd { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The number of lines; one that follows the last line's end counts, even if it is empty.
  package var count: Int { starts.count }

  /// Returns the bytes of a line, counted from 0, without its end; nil outside of the text.
  package func content(ofLine line: Int) -> Range<Int>? {
    guard starts.indices.contains(line) else { return nil }
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    if end > starts[line], line + 1 < starts.count, bytes[end - 1] == 0x0A { end -= 1 }
    if end > starts[line], bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line]..<end
  }

  /// Returns the byte at a place; nil when there is no such line. A column beyond the line's end, or
  /// within a character, is the nearest place before.
  package func offset(line: Int, column: Int, _ unit: ColumnUnit) -> Int? {
    guard let content = content(ofLine: line), column >= 0 else { return nil }
    var offset = content.lowerBound
    switch unit {
    case .utf8:
      offset = min(content.lowerBound + min(column, bytes.count), content.upperBound)
      while offset > content.lowerBound, offset < content.upperBound, isWithinCharacter(offset) {
        offset -= 1
      }
    case .utf16:
      var units = 0
      while offset < content.upperBound {
        let length = Self.units(ofCharacterBeginning: bytes[offset])
        if units + length > column { break }
        units += length
        offset += 1
        while offset < content.upperBound, isWithinCharacter(offset) { offset += 1 }
      }
    }
    return offset
  }

  /// Returns the place of a byte.
  package func position(ofByte offset: Int, _ unit: ColumnUnit) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[starts[low]..<max(min(offset, bytes.count), starts[low])]
    return switch unit {
    case .utf8: (low, before.count)
    case .utf16:
      (
        low,
        before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : Self.units(ofCharacterBeginning: $1)) }
      )
    }
  }

  private func isWithinCharacter(_ offset: Int) -> Bool { bytes[offset] & 0xC0 == 0x80 }

  private static func units(ofCharacterBeginning byte: UInt8) -> Int { byte >= 0xF0 ? 2 : 1 }
}
