import Markdown

/// Limits the depth of nesting, because later stages and browsers are recursive.
enum NestingCheck {
  /// Finds lines that open too many quotes and lists at once, before memory is spent on them.
  ///
  /// - Returns: true when there are none.
  static func checkPrefixes(of source: SourceText, _ errors: ErrorCollector) -> Bool {
    for number in 1...max(source.lineCount, 1) {
      let line = source.line(number)
      guard line.count > ChapterParser.maximumDepth, let index = tooDeep(line) else { continue }
      errors.report(.text(.tooDeep), at: source.range(line: number, index..<index))
      return false
    }
    return true
  }

  /// Finds the first node that is nested too deeply, and reports it.
  ///
  /// - Returns: true when there is none.
  static func check(
    _ document: MarkdownDocument, _ source: SourceText,
    _ errors: ErrorCollector
  ) -> Bool {
    var depth = 0
    var node = document.root
    var block = node
    while true {
      if node.kind.isBlock { block = node }
      if depth > ChapterParser.maximumDepth {
        let place = source.range(
          line: block.start.line, column: max(block.start.column, 1))
        errors.report(.text(.tooDeep), at: place)
        return false
      }
      if let child = node.firstChild {
        node = child
        depth += 1
        continue
      }
      while node.nextSibling == nil {
        guard let parent = node.parent else { return true }
        node = parent
        depth -= 1
      }
      guard let sibling = node.nextSibling else { return true }
      node = sibling
    }
  }

  /// Returns the index of the first marker of a quote or list beyond the limit.
  private static func tooDeep(_ line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    var depth = 0
    while index < line.endIndex {
      if line[index] == 0x20 || line[index] == 0x09 {
        index += 1
        continue
      }
      let length = markerLength(line[index...])
      if length == 0 { return nil }
      depth += 1
      if depth > ChapterParser.maximumDepth { return isThematicBreak(line) ? nil : index }
      index += length
    }
    return nil
  }

  private static func markerLength(_ rest: ArraySlice<UInt8>) -> Int {
    func isSpace(_ index: Int) -> Bool {
      index >= rest.endIndex || rest[index] == 0x20 || rest[index] == 0x09
    }
    switch rest[rest.startIndex] {
    case 0x3E: return 1  // >
    case 0x2A, 0x2B, 0x2D: return isSpace(rest.startIndex + 1) ? 1 : 0  // * + -
    case 0x30...0x39:
      let digits = rest.prefix(10).prefix { (0x30...0x39).contains($0) }.count
      let end = rest.startIndex + digits
      guard end < rest.endIndex, rest[end] == 0x2E || rest[end] == 0x29 else { return 0 }
      return isSpace(end + 1) ? digits + 1 : 0
    default: return 0
    }
  }

  private static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { $0 != 0x20 && $0 != 0x09 }
    guard let mark = marks.first, mark == 0x2A || mark == 0x2D else { return false }
    return marks.allSatisfy { $0 == mark }
  }
}
