/// Rows, groups and what stands in them.
extension TeXParser {
  /// The commands at which a row ends.
  private static let closers: Set<String> = ["right", "middle", "end", "\\", "cr"]

  /// All up to the end of the formula or to something that closes or separates.
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

  /// Commands that concern all that follows in the row, or divide it.
  private mutating func rest(
    after nodes: [MathNode], until bracket: Unicode.Scalar?
  ) -> [MathNode]? {
    guard let (name, end) = commandName(), let command = TeXCommand.table[name] else { return nil }
    switch command {
    case .style(let isDisplay, let level):
      index = end
      let rest = deeper { .row($0.row(until: bracket)) }
      return nodes + [.styled(rest, isDisplay: isDisplay, level: level)]
    case .between(let hasLine):
      index = end
      let below = deeper { .row($0.row(until: bracket)) }
      let fraction = MathFraction(hasLine: hasLine, numerator: .row(nodes), denominator: below)
      return [.fraction(fraction)]
    default: return nil
    }
  }

  private func isCloser() -> Bool {
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "&"): true
    case UInt8(ascii: "$"): true
    case UInt8(ascii: "\\"): commandName().map { Self.closers.contains($0.name) } ?? false
    default: false
    }
  }

  /// Skips what closes something that is not open, and says what it is.
  mutating func skipCloser() -> String {
    guard let (name, end) = commandName() else {
      index += 1
      return text(index - 1, index)
    }
    index = end
    if name == "end" { return "\\end{\(word(of: name) ?? "")}" }
    if name == "right" || name == "middle" { _ = delimiter(after: name) }
    return name == "cr" ? "\\\\" : "\\" + name
  }

  /// What stands in braces; the place is behind the opening one.
  mutating func group() -> MathNode {
    let start = index - 1
    let outer = font
    defer { font = outer }
    return deeper { parser in
      let nodes = parser.row()
      if !parser.skip("}") { parser.report(.unclosed("{"), from: start, to: start + 1) }
      return nodes.count == 1 ? nodes[0] : .row(nodes)
    }
  }

  /// What a command or a script acts on: a group, or the next single thing.
  mutating func argument(of command: String, from start: Int) -> MathNode {
    skipSpace()
    if skip("{") { return group() }
    if isAtEnd || isCloser() || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "_") {
      report(.missingArgument(of: command), from: start, to: index)
      return .row([])
    }
    return deeper { $0.atom(isSingle: true) ?? .row([]) }
  }

  /// A word in braces that is not mathematics, such as an environment's name; nil with a fault.
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
  /// A sign alone in braces has no space around it: `1{,}000`.
  var standingAlone: MathNode {
    guard case .symbol(var symbol) = self, symbol.atomClass != .largeOperator else { return self }
    symbol.atomClass = .ordinary
    return .symbol(symbol)
  }
}
