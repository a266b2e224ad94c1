import BookModel

/// The lines of a block's code in its file, within lists and quotes as they are.
struct BlockLines {
  private let block: Block
  private let old: [Substring]

  init(_ block: Block) {
    self.block = block
    old = Self.lines(of: block.code)
  }

  private static func lines(of code: String) -> [Substring] {
    var lines = Substring(code).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  /// Replaces the code's lines. Lines at the beginning and at the end that stay the same keep their
  /// bytes.
  func replace(with code: String, in file: inout [[UInt8]]) {
    let new = Self.lines(of: code)
    let first = block.codeStart.line - 1
    let range = min(first, file.count)..<min(first + old.count, file.count)
    let kept = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let rest = min(old.count, new.count) - kept
    let keptAtEnd = zip(old.reversed(), new.reversed()).prefix {
      $0.utf8.elementsEqual($1.utf8)
    }.count
    let tail = min(keptAtEnd, rest)
    if range.count < old.count { return }
    let end = lineEnd(in: file)
    let indentation = indentation(in: file, range)
    var lines = Array(file[range.prefix(kept)])
    for line in new[kept..<(new.count - tail)] {
      lines.append(Self.line(line, behind: indentation) + end)
    }
    lines += file[range.suffix(tail)]
    file.replaceSubrange(range, with: lines)
  }

  /// The end of the fence's line, which the block's other lines share.
  private func lineEnd(in file: [[UInt8]]) -> [UInt8] {
    let fence =
      file.indices.contains(block.fence.start.line - 1)
      ? file[block.fence.start.line - 1] : []
    return fence.suffix(2).elementsEqual("\r\n".utf8) ? Array("\r\n".utf8) : Array("\n".utf8)
  }

  /// Returns what stands before the code in each line: blanks of a list, marks of a quote.
  private func indentation(in file: [[UInt8]], _ range: Range<Int>) -> [UInt8] {
    let width = block.codeStart.column - 1
    if width <= 0 { return [] }
    for index in range where file[index].count > width + 1 {
      return Array(file[index].prefix(width))
    }
    // An empty block: the fence's line has the same, behind the mark of a list's item.
    let fence =
      file.indices.contains(block.fence.start.line - 1)
      ? file[block.fence.start.line - 1] : []
    return fence.prefix(width).map { $0 == UInt8(ascii: ">") ? $0 : UInt8(ascii: " ") }
  }

  /// An empty line has no blanks at its end.
  private static func line(_ code: Substring, behind indentation: [UInt8]) -> [UInt8] {
    if !code.isEmpty { return indentation + code.utf8 }
    let blanks = indentation.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.count
    return Array(indentation.dropLast(blanks))
  }
}
