/// Finds the formulas between dollar signs in the blocks of a tree.
/// - Source: the rules are Pandoc's: no space inside the dollars, no digit after the closing one, no
///   empty line within a formula, `\$` is a dollar. Code spans, tags and addresses have precedence.
struct DollarScanner {
  private let bytes: [UInt8]
  /// The end of the file, or of the part of it that is scanned.
  private let end: Int
  private(set) var formulas: [DollarFormula] = []
  /// The places of `$$` that nothing closes.
  private(set) var unclosed: [Range<Int>] = []
  /// The place up to which all is read.
  private var cursor = 0
  /// The place before which no `$$` closes a formula.
  private var lastSearched = 0

  /// Scans all text of a tree.
  init(_ tree: MarkdownTree, _ bytes: [UInt8], lineStarts: [Int]) {
    self.bytes = bytes
    end = bytes.count
    for index in tree.nodes.indices {
      guard let block = tree.textBlock(at: index, in: bytes, lineStarts: lineStarts) else {
        continue
      }
      scan(block.text, from: max(block.start, cursor))
    }
  }

  /// Scans a part of a line.
  init(_ bytes: [UInt8], in part: Range<Int>) {
    self.bytes = bytes
    end = part.upperBound
    scan(BlockText(bytes: bytes, end: end, quotes: 0), from: part.lowerBound)
  }

  private mutating func scan(_ text: BlockText, from start: Int) {
    cursor = start
    var searched = Set<Int>()
    while cursor < text.end {
      switch bytes[cursor] {
      case UInt8(ascii: "\\"): cursor += 2
      case UInt8(ascii: "`"): skipCode(in: text, &searched)
      case UInt8(ascii: "<"): cursor = behindTag(in: text) ?? cursor + 1
      case UInt8(ascii: "]"): skipAddress(in: text)
      case UInt8(ascii: "h"), UInt8(ascii: "w"): skipBareAddress(in: text)
      case UInt8(ascii: "$"): readFormula(in: text)
      default: cursor += 1
      }
    }
  }

  // MARK: Formulas

  private mutating func readFormula(in text: BlockText) {
    let isDouble = cursor + 1 < text.end && bytes[cursor + 1] == UInt8(ascii: "$")
    guard let formula = isDouble ? display(in: text) : inline(in: text) else {
      if isDouble { unclosed.append(cursor..<(cursor + 2)) }
      cursor += isDouble ? 2 : 1
      return
    }
    formulas.append(formula)
    cursor = formula.range.upperBound
  }

  /// A formula within a line may go on in the next one where that begins with a sign of operation,
  /// which libcmark takes for a list.
  private func inline(in block: BlockText) -> DollarFormula? {
    var text = block
    var line = Line(start: cursor + 1)
    var place = cursor + 1
    var isAfterSpace = true
    while true {
      if place >= text.end {
        guard text.end == block.end, goesOn(behind: block) else { return nil }
        text = BlockText(bytes: bytes, end: end, quotes: block.quotes)
      }
      switch bytes[place] {
      case UInt8(ascii: "$"):
        guard !isAfterSpace, !isDigit(at: place + 1) else { return nil }
        return DollarFormula(
          isDisplay: false, range: cursor..<(place + 1), lines: line.all(until: place), label: nil)
      case UInt8(ascii: "`"): return nil
      case 0x0A where isAfterSpace && place == cursor + 1: return nil
      case 0x0A:
        place = line.end(at: place, in: text)
        if isBreak(at: place) { return nil }
        isAfterSpace = true
      case 0x20, 0x09, 0x0D:
        if place == cursor + 1 { return nil }
        place += 1
        isAfterSpace = true
      default:
        place = behindCharacter(at: place, in: text)
        isAfterSpace = false
      }
    }
  }

  private func goesOn(behind block: BlockText) -> Bool {
    guard block.end < end else { return false }
    let text = BlockText(bytes: bytes, end: end, quotes: block.quotes)
    let next = text.lineStart(after: block.end)
    return next < end && ["+", "-", "=", ">", "*"].contains(UnicodeScalar(bytes[next]))
  }

  /// A displayed formula may go on where libcmark takes its lines for a list or a heading, but not
  /// beyond an empty line or the fence of a block of code.
  private mutating func display(in block: BlockText) -> DollarFormula? {
    guard cursor >= lastSearched else { return nil }
    let text = BlockText(bytes: bytes, end: end, quotes: block.quotes)
    var line = Line(start: cursor + 2)
    var place = cursor + 2
    var isEmpty = true
    search: while place < text.end {
      switch bytes[place] {
      case UInt8(ascii: "$") where place + 1 < text.end && bytes[place + 1] == UInt8(ascii: "$"):
        if isEmpty { return nil }
        let label = label(from: place + 2, in: text)
        return DollarFormula(
          isDisplay: true, range: cursor..<(label?.end ?? place + 2), lines: line.all(until: place),
          label: label?.name)
      case 0x0A:
        place = line.end(at: place, in: text)
        if isBreak(at: place) { break search }
      case 0x20, 0x09, 0x0D: place += 1
      default:
        place = behindCharacter(at: place, in: text)
        isEmpty = false
      }
    }
    lastSearched = place
    return nil
  }

  /// Returns the place behind one character of TeX, a command's sign, or the words of `\text{…}`, in
  /// which dollars are the formula's own.
  private func behindCharacter(at place: Int, in text: BlockText) -> Int {
    guard bytes[place] == UInt8(ascii: "\\") else { return place + 1 }
    let name = bytes[(place + 1)..<min(place + 12, text.end)].prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    let holdsWords = name.starts(with: "text".utf8) || name.elementsEqual("mbox".utf8)
    if holdsWords, name.endIndex < text.end, bytes[name.endIndex] == UInt8(ascii: "{") {
      var depth = 0
      for index in name.endIndex..<min(name.endIndex + 2000, text.end) {
        if bytes[index] == 0x0A { break }
        if bytes[index] == UInt8(ascii: "{") { depth += 1 }
        if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
        if depth == 0 { return index + 1 }
      }
    }
    let next = place + 1
    return next < text.end && bytes[next] > 0x20 ? next + 1 : next
  }

  /// Finds `{#label}`, or MyST's `(label)`, at the end of the line of a displayed formula.
  private func label(from start: Int, in text: BlockText) -> (name: Range<Int>, end: Int)? {
    let open = bytes[start..<text.end].prefix { $0 == 0x20 || $0 == 0x09 }.endIndex
    guard open + 1 < text.end else { return nil }
    let close: UInt8
    let name: Int
    switch (bytes[open], bytes[open + 1]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "#")): (close, name) = (UInt8(ascii: "}"), open + 2)
    case (UInt8(ascii: "("), _): (close, name) = (UInt8(ascii: ")"), open + 1)
    default: return nil
    }
    let end = bytes[name..<text.end].prefix { $0 > 0x20 && $0 != close }.endIndex
    guard end > name, end < text.end, bytes[end] == close else { return nil }
    let rest = bytes[(end + 1)..<text.end].prefix { $0 != 0x0A }
    return rest.allSatisfy { $0 <= 0x20 } ? (name..<end, end + 1) : nil
  }

  /// Returns true for a line that ends each formula before it.
  private func isBreak(at lineStart: Int) -> Bool {
    let line = bytes[lineStart...].prefix { $0 != 0x0A }
    return line.allSatisfy { $0 <= 0x20 } || line.starts(with: "```".utf8)
      || line.starts(with: "~~~".utf8)
  }

  private func isDigit(at place: Int) -> Bool {
    place < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
  }

  /// The lines of a formula up to the place that is being read.
  private struct Line {
    var start: Int
    private var ended: [Range<Int>] = []

    init(start: Int) { self.start = start }

    /// Ends a line, and returns the place at which the text of the next one begins.
    mutating func end(at newline: Int, in text: BlockText) -> Int {
      let isReturned = newline > start && text.bytes[newline - 1] == 0x0D
      ended.append(start..<(isReturned ? newline - 1 : newline))
      start = text.lineStart(after: newline)
      return start
    }

    func all(until end: Int) -> [Range<Int>] { ended + [start..<max(start, end)] }
  }

  // MARK: What has precedence

  /// Goes past a code span with the dollar that ends a formula in backticks, or past backticks that
  /// begin no span.
  private mutating func skipCode(in text: BlockText, _ missing: inout Set<Int>) {
    let isFormula = cursor > 0 && bytes[cursor - 1] == UInt8(ascii: "$")
    let inside = behindBackticks(from: cursor, in: text)
    let count = inside - cursor
    cursor = inside
    if missing.contains(count) { return }
    var place = inside
    while place < text.end {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let end = behindBackticks(from: place, in: text)
      if end - place == count {
        let hasDollar = end < text.end && bytes[end] == UInt8(ascii: "$")
        cursor = isFormula && hasDollar ? end + 1 : end
        return
      }
      place = end
    }
    missing.insert(count)
  }

  private func behindBackticks(from start: Int, in text: BlockText) -> Int {
    bytes[start..<text.end].prefix { $0 == UInt8(ascii: "`") }.endIndex
  }

  /// Returns the place behind a tag or an address between angle brackets; nil when none begins here.
  private func behindTag(in text: BlockText) -> Int? {
    let inside = bytes[(cursor + 1)..<min(cursor + 1000, text.end)].prefix {
      $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
    }
    guard let first = inside.first, inside.endIndex < text.end,
      bytes[inside.endIndex] == UInt8(ascii: ">")
    else { return nil }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    return isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
      ? inside.endIndex + 1 : nil
  }

  /// Goes past the address of a link or an image, whose text may hold formulas.
  private mutating func skipAddress(in text: BlockText) {
    let near = BlockText(bytes: bytes, end: min(cursor + 2000, text.end), quotes: text.quotes)
    if let end = LinkEnd(at: cursor, in: near), end.address != nil {
      cursor = end.end
    } else {
      cursor += 1
    }
  }

  /// Goes past an address that stands in the text as it is.
  private mutating func skipBareAddress(in text: BlockText) {
    let rest = bytes[cursor..<text.end]
    if ["http://", "https://", "www."].contains(where: { rest.starts(with: $0.utf8) }) {
      cursor = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }.endIndex
    } else {
      cursor += 1
    }
  }
}
