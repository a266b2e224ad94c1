import BookModel

/// A file's bytes, with the starts of its lines.
struct SourceText {
  /// The path, as the user named it.
  let file: String
  /// The content, without a byte order mark.
  let bytes: [UInt8]
  /// The start of each line, in bytes from 0.
  let lineStarts: [Int]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The number of lines; a newline at the end does not begin another.
  var lineCount: Int { lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count }

  /// Returns a 1-based line without its end; empty outside the file.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, end < bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// Returns the range of a number of bytes of a line, starting at a 1-based column.
  func range(line: Int, column: Int, length: Int = 0) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }

  /// Returns the range of a part of one line, given as indices into the line's slice.
  func range(line: Int, _ indices: Range<Int>) -> SourceRange {
    let start = line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
    return range(line: line, column: indices.lowerBound - start + 1, length: indices.count)
  }

  /// Returns the position of a byte, counted from 0.
  func position(ofByte offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// Returns the range of some bytes, counted from 0.
  func range(ofBytes bytes: Range<Int>) -> SourceRange {
    SourceRange(
      file: file, start: position(ofByte: bytes.lowerBound),
      end: position(ofByte: bytes.upperBound))
  }

  /// Returns the point of a byte, counted from 0.
  func range(ofByte offset: Int) -> SourceRange {
    SourceRange(file: file, start: position(ofByte: offset))
  }
}
