import BookModel
import Markdown

/// Finds out what is being written at a place. It reads the bytes of the line, since what is being written
/// is hardly ever complete, and asks the parsed chapter only where blocks and front matter are.
struct ContextReader {
  private let chapter: EditedChapter
  private let offset: Int
  private let line: Int
  /// The bytes of the line up to the place.
  private let before: ArraySlice<UInt8>

  /// Returns what is being written at a byte of a chapter's text.
  static func context(in chapter: EditedChapter, at offset: Int) -> CursorContext {
    ContextReader(chapter, at: offset).read()
  }

  private init(_ chapter: EditedChapter, at offset: Int) {
    (self.chapter, self.offset) = (chapter, offset)
    line = chapter.text.position(ofByte: offset).line
    let content = chapter.text.content(ofLine: line)
    let end = min(max(offset, content.lowerBound), content.upperBound)
    before = chapter.text.bytes[content.lowerBound..<end]
  }

  private func read() -> CursorContext {
    let source = chapter.chapter
    if line > 1, line < source.bodyLine - 1 { return frontMatter }
    if line < source.bodyLine { return .text }
    for (index, block) in source.blocks.enumerated() where block.fence.start.line <= line {
      if block.fence.start.line == line { return fence(at: block.fence.start.column) }
      if line < block.codeStart.line { return option(ofBlock: index) }
    }
    if let place = chapter.blockPlaces.place(ofByte: offset) { return .code(place) }
    switch nodeAround {
    case .codeBlock(let column)?: return column.map(fence) ?? .text
    case .formula?: return formula
    case nil: return prose
    }
  }

  // MARK: Front matter and blocks

  private var frontMatter: CursorContext {
    guard let colon = before.firstIndex(of: UInt8(ascii: ":")) else {
      return .frontMatterKey(typed: word { $0 > 0x20 })
    }
    let key = String(decoding: before[..<colon], as: UTF8.self)
    return .frontMatterValue(key: key, typed: word { $0 > 0x20 && $0 != UInt8(ascii: ":") })
  }

  /// - Parameter column: the column of the fence's first mark
  private func fence(at column: Int) -> CursorContext {
    let start = before.startIndex + column - 1
    guard start < before.endIndex else { return .text }
    let info = before[start...].drop { $0 == before[start] }
    let words = info.split(omittingEmptySubsequences: true) { $0 == 0x20 || $0 == 0x09 }
    let typed = word { $0 > 0x20 && $0 != UInt8(ascii: "`") }
    let complete = typed.isEmpty ? words : words.dropLast()
    return .fence(before: complete.map { String(decoding: $0, as: UTF8.self) }, typed: typed)
  }

  private func option(ofBlock block: Int) -> CursorContext {
    guard let mark = before.firstRange(of: Array("//|".utf8)) else { return .text }
    let rest = before[mark.upperBound...]
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else {
      return .optionName(block: block, typed: word { $0 > 0x20 && $0 != UInt8(ascii: "|") })
    }
    let name = rest[..<colon].drop { $0 <= 0x20 }
    let comma = UInt8(ascii: ",")
    return name.elementsEqual("data".utf8)
      ? .dataFile(typed: word { $0 > 0x20 && $0 != comma && $0 != UInt8(ascii: ":") }) : .text
  }

  /// A node whose text is not prose.
  private enum Node {
    /// A code block that is none of Swift's; with the column of its fence when the line is that.
    case codeBlock(fence: Int?)
    case formula
  }

  private var nodeAround: Node? {
    guard let tree = chapter.chapter.tree else { return nil }
    let around = MarkdownDocument(tree).root.descendants.first { node in
      (node.kind == .codeBlock || node.kind == .displayFormula) && node.start.line <= line
        && line <= node.end.line
    }
    guard let around else { return nil }
    if around.kind == .displayFormula { return .formula }
    return .codeBlock(fence: around.start.line == line ? around.start.column : nil)
  }

  // MARK: Prose

  private var formula: CursorContext {
    let name = word { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2A }
    let ahead = before[..<name.lowerBound]
    if ahead.last == UInt8(ascii: "\\") {
      return .formulaCommand(typed: (name.lowerBound - 1)..<name.upperBound)
    }
    if ahead.ends(with: "\\begin{") || ahead.ends(with: "\\end{") {
      return .formulaEnvironment(typed: name)
    }
    return .text
  }

  private var prose: CursorContext {
    if let value = inlineValue { return value }
    if isInFormula { return formula }
    return link ?? citation ?? .text
  }

  private var inlineValue: CursorContext? {
    let tick = UInt8(ascii: "`")
    let ticks = before.indices.filter { before[$0] == tick }
    guard ticks.count % 2 == 1, let last = ticks.last, last + 1 < before.endIndex,
      before[last + 1] == UInt8(ascii: "=")
    else { return nil }
    let typed = before[(last + 2)...]
    // A format follows a space.
    return typed.contains(0x20) ? .text : .inlineValue(typed: typed.startIndex..<typed.endIndex)
  }

  /// True behind an odd number of dollars of the paragraph.
  private var isInFormula: Bool {
    var count = 0
    var number = line
    var bytes = before
    while true {
      var isEscaped = false
      for byte in bytes {
        if byte == UInt8(ascii: "$"), !isEscaped { count += 1 }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      number -= 1
      guard number >= max(chapter.chapter.bodyLine, line - 50) else { break }
      bytes = chapter.text.bytes[chapter.text.content(ofLine: number)]
      if bytes.allSatisfy({ $0 <= 0x20 }) || bytes.starts(with: "```".utf8) { break }
    }
    return count % 2 == 1
  }

  private var link: CursorContext? {
    guard let open = before.lastRange(of: "](") else { return nil }
    let typed = before[open.upperBound...]
    guard typed.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ")") }) else { return nil }
    if let hash = typed.firstIndex(of: UInt8(ascii: "#")) {
      let path = String(decoding: typed[..<hash], as: UTF8.self)
      return .label(chapter: path.isEmpty ? nil : path, typed: (hash + 1)..<typed.endIndex)
    }
    let bracket = before[..<open.lowerBound].lastIndex(of: UInt8(ascii: "["))
    let isImage = bracket.map { $0 > before.startIndex && before[$0 - 1] == UInt8(ascii: "!") }
    return .path(isImage: isImage ?? false, typed: typed.startIndex..<typed.endIndex)
  }

  private var citation: CursorContext? {
    let typed = word(ChapterText.isOfKey)
    guard before[..<typed.lowerBound].last == UInt8(ascii: "@") else { return nil }
    let ahead = before[..<(typed.lowerBound - 1)].last
    // An address of electronic mail is no citation.
    if let ahead, ChapterText.isOfWord(ahead) { return nil }
    return .citation(typed: typed)
  }

  /// The range of the bytes just before the place that belong to a word.
  private func word(_ belongs: (UInt8) -> Bool) -> Range<Int> {
    let start = before.lastIndex { !belongs($0) }.map { $0 + 1 } ?? before.startIndex
    return start..<before.endIndex
  }
}

extension ChapterText {
  /// True for the bytes of which the keys of works consist.
  static func isOfKey(_ byte: UInt8) -> Bool {
    isOfWord(byte) || [0x2D, 0x2E, 0x3A, 0x2B, 0x2F].contains(byte)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let length = text.utf8.count
    guard count >= length else { return nil }
    let start = (startIndex...(endIndex - length)).last { self[$0...].starts(with: text.utf8) }
    return start.map { $0..<($0 + length) }
  }
}
