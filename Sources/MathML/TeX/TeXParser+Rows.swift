/// Parses rows, groups and arguments.
extension TeXParser {
  /// The commands that end a row.
  private static let closers: Set<String> = [
    "right", "middle", "end", "\\", "cr", "newline", ")",
  ]

  /// Parses a row up to the end of the formula, or to anything that closes or separates.
  mutating func row(until bracket: Unicode.Scalar? = nil) -> [MathNode] {
    var nodes: [MathNode] = []
    while true {
      skipSpace()
      if isAtEnd || isCloser() { return nodes }
      if let bracket, byte == UInt8(ascii: bracket) { return nodes }
      if let command = rest(after: nodes, until: bracket) { return command }
      guard let atom = atom() else { continue }
      nodes.append(scripts(on: atom))
    }
  }

  /// Parses a command that affects or divides the rest of the row, and returns the whole row; nil
  /// when there is no such command.
  private mutating func rest(
    after nodes: [MathNode], until bracket: Unicode.Scalar?
  ) -> [MathNode]? {
    guard let (name, end) = commandName(), let command = TeXCommand.table[name] else { return nil }
    switch command {
    case .style(let isDisplay, let level):
      index = end
      let rest = deeper { .row($0.row(until: bracket)) }
      return nodes + [.styled(rest, isDisplay: isDisplay, level: level)]
    case .size(let size):
      index = end
      let rest = deeper { .row($0.row(until: bracket)) }
      return nodes + [.resized(rest, size)]
    case .color(isForRest: true):
      let start = index
      index = end
      guard let color = color(of: name, from: start) else { return nodes + row(until: bracket) }
      let rest = deeper { .row($0.row(until: bracket)) }
      return nodes + [.colored(rest, color)]
    case .between(var fraction):
      index = end
      fraction.denominator = deeper { .row($0.row(until: bracket)) }
      fraction.numerator = .row(nodes)
      return [.fraction(fraction)]
    default: return nil
    }
  }

  /// True at anything that ends a row.
  func isCloser() -> Bool {
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "&"): true
    case UInt8(ascii: "$"): true
    case UInt8(ascii: "\\"): commandName().map { Self.closers.contains($0.name) } ?? false
    default: false
    }
  }

  /// Skips a closing without an opening, and returns its text.
  mutating func skipCloser() -> String {
    guard let (name, end) = commandName() else {
      index += 1
      return text(index - 1, index)
    }
    index = end
    if name == "end" { return "\\end{\(word(of: name) ?? "")}" }
    if name == "right" || name == "middle" { _ = delimiter(after: name) }
    return "\\" + name
  }

  /// Skips the end of a line or of a table's row, with the space that it asks for; returns false
  /// at anything else.
  mutating func skipNewRow() -> Bool {
    guard let (name, end) = commandName(), ["\\", "cr", "newline"].contains(name) else {
      return false
    }
    index = end
    skipRowSpace()
    return true
  }

  /// Parses the rows of a group, which has one: each `\\` in it is a fault.
  mutating func singleRow() -> [MathNode] {
    var nodes = row()
    while true {
      let start = index
      guard skipNewRow() else { return nodes }
      report(.misplaced("\\\\"), from: start)
      nodes += row()
    }
  }

  /// Parses a group; the current position is after the opening brace.
  mutating func group() -> MathNode {
    let start = index - 1
    let outer = font
    defer { font = outer }
    return deeper { parser in
      let nodes = parser.singleRow()
      if !parser.skip("}") { parser.report(.unclosed("{"), from: start, to: start + 1) }
      return nodes.count == 1 ? nodes[0] : .row(nodes)
    }
  }

  /// Parses the argument of a command or a script: a group, or the next single atom.
  mutating func argument(of command: String, from start: Int) -> MathNode {
    skipBlanks()
    _ = expand(isBraced: true)
    if skip("{") { return group() }
    if isAtEnd || isCloser() || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "_") {
      report(.missingArgument(of: command), from: start, to: index)
      return .row([])
    }
    return deeper { $0.atom(isSingle: true) ?? .row([]) }
  }

  /// Parses a word in braces that is not mathematics, such as an environment's name; nil with a
  /// fault.
  mutating func word(of command: String) -> String? {
    let start = index
    skipSpace()
    guard byte == UInt8(ascii: "{"),
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
    else {
      report(.missingArgument(of: "\\" + command), from: start)
      return nil
    }
    let word = text(index + 1, end)
    index = end + 1
    return word
  }
}

extension MathNode {
  /// The node alone in braces: a symbol then has no space around it, as in `1{,}000`, nor have
  /// delimiters with what is between them.
  var standingAlone: MathNode {
    if atomClass == .inner { return .classed(self, .ordinary, takesLimits: false) }
    guard case .symbol(var symbol) = self, symbol.atomClass != .largeOperator else { return self }
    symbol.atomClass = .ordinary
    return .symbol(symbol)
  }
}
