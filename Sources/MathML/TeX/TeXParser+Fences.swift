/// Parses delimiters with the formula between them, and environments.
extension TeXParser {
  /// Parses the delimiter after `\left`, `\big` and the like: empty for `.`; nil with a fault.
  mutating func delimiter(after name: String) -> String? {
    skipSpace()
    let start = index
    if let (word, end) = commandName() {
      if case .symbol(let symbol) = TeXCommand.table[word] {
        let text = Self.angles[symbol.text] ?? symbol.text
        if Self.delimiters.contains(text) {
          index = end
          return text
        }
      }
    } else if byte == UInt8(ascii: "{"), let range = rawArgument(), !range.isEmpty,
      range.count <= 12
    {
      return delimiter(in: range, after: name)
    } else if !isAtEnd {
      let end = index + scalarLength(at: index)
      let text = text(index, end)
      let found = text == "." ? "" : Self.angles[text] ?? text
      if found.isEmpty || Self.delimiters.contains(found), found != "{", found != "}" {
        index = end
        return found
      }
    }
    index = start
    let end = commandName()?.end ?? min(index + 1, bytes.count)
    report(
      .wrongDelimiter(text(start, end), after: "\\" + name), from: start, to: end)
    return nil
  }

  /// Parses the delimiter that an argument consists of; the current position is after the argument.
  mutating func delimiter(in range: Range<Int>, after name: String) -> String? {
    let (restOfRange, rest) = (bytes.count - range.upperBound, bytes.count - index)
    index = range.lowerBound
    let text = delimiter(after: name)
    let end = bytes.count - restOfRange
    if text != nil, index < end {
      report(
        .wrongDelimiter(self.text(range.lowerBound, end), after: "\\" + name),
        from: range.lowerBound, to: end)
    }
    // A macro in the argument may have taken more than the argument.
    index = max(index, bytes.count - rest)
    return text
  }

  private static let angles = ["<": "⟨", ">": "⟩"]
  private static let delimiters: Set<String> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "/", "\\", "⟮", "⟯",
    "↑", "↓", "↕", "⇑", "⇓", "⇕", "⟦", "⟧", "⦃", "⦄", "⌜", "⌝", "⌞", "⌟", "⎰", "⎱",
  ]

  /// Parses a row between `\left` and `\right`.
  mutating func fence(from start: Int) -> MathNode? {
    let left = delimiter(after: "left") ?? ""
    let outer = font
    defer { font = outer }
    return deeper { parser in
      var nodes = parser.singleRow()
      while let (name, end) = parser.commandName(), name == "middle" {
        parser.index = end
        let mark = parser.delimiter(after: name) ?? ""
        nodes.append(.delimiter(mark, height: nil, .relation))
        nodes += parser.singleRow()
      }
      guard let (name, end) = parser.commandName(), name == "right" else {
        parser.report(.unclosed("\\left"), from: start, to: start + 5)
        return .row(nodes)
      }
      parser.index = end
      return .fenced(left: left, nodes, right: parser.delimiter(after: name) ?? "")
    }
  }

  // MARK: Environments

  /// Parses the contents of an environment, from its name to `\end`.
  mutating func environment(from start: Int) -> MathNode? {
    guard let name = word(of: "begin") else { return nil }
    guard let environment = TeXEnvironment.table[name] else {
      report(.unknownEnvironment(name), from: start)
      return nil
    }
    var table = environment.table
    if environment.alignsColumns { alignColumns(of: name, in: &table) } else { skipPosition() }
    let announced = environment.announcesColumns ? columns(of: name, into: &table) : nil
    if environment.countsColumns { skipCount(of: name) }
    let outer = font
    defer { font = outer }
    return deeper { parser in
      parser.readRows(into: &table, atMost: announced)
      let closing = parser.index
      guard let (command, end) = parser.commandName(), command == "end" else {
        parser.report(.unclosed("\\begin{\(name)}"), from: start, to: start + 6)
        return .table(table)
      }
      parser.index = end
      if let other = parser.word(of: "end"), other != name {
        parser.report(.wrongEnd(other, expected: name), from: closing)
      }
      let isSmall = environment.isSmall
      return isSmall ? .styled(.table(table), isDisplay: false, level: 1) : .table(table)
    }
  }

  /// Skips `[t]`, `[c]` or `[b]`, the vertical position of a table in its line: it is always
  /// centred.
  private mutating func skipPosition() {
    let option = text(index, index + 3)
    if option == "[t]" || option == "[c]" || option == "[b]" { index += 3 }
  }

  /// Parses `[l]`, `[c]` or `[r]`, the alignment of all columns.
  private mutating func alignColumns(of name: String, in table: inout MathTable) {
    guard let range = bracketed() else { return }
    switch text(range.lowerBound, range.upperBound) {
    case "l": table.columns = [.left]
    case "c": table.columns = [.center]
    case "r": table.columns = [.right]
    case let word:
      report(.wrongWord(word, of: "\\begin{\(name)}"), from: range.lowerBound - 1)
    }
  }

  /// Skips the number of column pairs, which is evident from the rows.
  private mutating func skipCount(of name: String) {
    let start = index
    guard let count = word(of: "begin{\(name)}") else { return }
    if count.isEmpty || !count.utf8.allSatisfy(isDigit) {
      report(.wrongWord(count, of: "\\begin{\(name)}"), from: start)
    }
  }

  /// Parses the columns that an array specifies, such as `{l|cr}`, and returns their number.
  private mutating func columns(of name: String, into table: inout MathTable) -> Int {
    let start = index
    guard let word = columnWord(of: name) else { return Int.max }
    // `@{}` requests no space at the edge.
    for byte in word.replacing("@{}", with: "").utf8 {
      switch byte {
      case UInt8(ascii: "l"): table.columns.append(.left)
      case UInt8(ascii: "c"): table.columns.append(.center)
      case UInt8(ascii: "r"): table.columns.append(.right)
      case UInt8(ascii: "|"), UInt8(ascii: ":"): table.ruled.insert(table.columns.count)
      case 0x20: break
      default:
        report(.wrongWord(word, of: "\\begin{\(name)}"), from: start)
        return Int.max
      }
    }
    if table.columns.isEmpty { report(.wrongWord(word, of: "\\begin{\(name)}"), from: start) }
    return table.columns.count
  }

  /// Parses the text in the braces after an array's name, which may contain nested braces.
  private mutating func columnWord(of name: String) -> String? {
    skipSpace()
    let opening = index
    guard word(of: "begin{\(name)}") != nil else { return nil }
    var depth = 0
    index = opening
    repeat {
      if byte == UInt8(ascii: "{") { depth += 1 } else if byte == UInt8(ascii: "}") { depth -= 1 }
      index += 1
    } while depth > 0 && !isAtEnd
    if depth > 0 {
      report(.unclosed("{"), from: opening, to: opening + 1)
      return nil
    }
    return text(opening + 1, index - 1)
  }

  /// Parses cells between `&` and rows between `\\`. An empty row after the last `\\` is dropped.
  private mutating func readRows(into table: inout MathTable, atMost limit: Int?) {
    var cells: [MathNode] = []
    let outer = font
    let outerRow = (isInRow, currentTag)
    if table.isDisplay { (isInRow, currentTag) = (true, nil) }
    defer { (isInRow, currentTag) = outerRow }
    while true {
      if cells.isEmpty && !table.isAligned { readLines(into: &table) }
      let start = index
      let nodes = row()
      font = outer
      if let limit, cells.count == limit { report(.tooManyCells(limit), from: start) }
      cells.append(nodes.count == 1 ? nodes[0] : .row(nodes))
      if skip("&") { continue }
      let isBlank = nodes.isEmpty && cells.count == 1 && currentTag == nil
      if table.isDisplay, let tag = currentTag {
        table.tags[table.rows.count] = tag
        rowTags.append(tag)
        currentTag = nil
      }
      if skipNewRow() {
        table.rows.append(cells)
        cells = []
        continue
      }
      if !isBlank || table.rows.isEmpty { table.rows.append(cells) }
      return
    }
  }

  /// Parses the horizontal lines above the next row.
  private mutating func readLines(into table: inout MathTable) {
    skipSpace()
    while let (name, end) = commandName(), name == "hline" || name == "hdashline" {
      index = end
      table.lined.insert(table.rows.count)
      skipSpace()
    }
  }

  /// Skips the space in `\\[4pt]`, and the star of `\\*`: the page's stylesheet determines the distance of rows.
  mutating func skipRowSpace() {
    if byte == UInt8(ascii: "*") { index += 1 }
    guard byte == UInt8(ascii: "["),
      let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: "]")),
      bytes[index + 1..<end].allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x2E || $0 == 0x2D }
      ),
      bytes[index + 1..<end].first.map({ isDigit($0) || $0 == 0x2D || $0 == 0x2E }) == true
    else { return }
    index = end + 1
  }

  /// Parses the rows of a table in braces.
  mutating func stack(
    _ table: MathTable, atMost limit: Int?, _ name: String, from start: Int
  ) -> MathNode? {
    guard skip("{") else {
      report(.missingArgument(of: "\\" + name), from: start)
      return nil
    }
    let brace = index - 1
    var table = table
    return deeper { parser in
      parser.readRows(into: &table, atMost: limit)
      if !parser.skip("}") { parser.report(.unclosed("{"), from: brace, to: brace + 1) }
      return .table(table)
    }
  }
}
