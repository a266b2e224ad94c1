/// Parses commands, which begin with a backslash.
extension TeXParser {
  /// Parses the command at the current position with its arguments; nil when it shows nothing.
  mutating func command() -> MathNode? {
    let start = index
    guard let (name, end) = commandName() else {
      index += 1
      report(.character("\\", instead: "\\backslash"), from: start)
      return nil
    }
    index = end
    guard let command = TeXCommand.table[name] else {
      report(.unknownCommand(name, macros: macros.names), from: start)
      return nil
    }
    switch command {
    case .symbol(let symbol): return .symbol(symbol)
    case .letter(let text, let isUpright): return identifier(text, isUpright: isUpright)
    case .function(let text, let takesLimits): return .function(text, takesLimits: takesLimits)
    case .space(let width): return .space(width)
    case .dots(let text): return .dots(text ?? dots())
    case .nothing: return nil
    case .definition(let form):
      define(form, name, from: start)
      return nil
    case .fontSwitch(let font):
      self.font = font
      return nil
    case .text(let font): return words(in: font, of: name, from: start)
    case .structure(let structure): return self.structure(structure, name, from: start)
    case .sized(let height, let atomClass):
      return delimiter(after: name).map { .delimiter($0, height: height, atomClass) }
    case .refused(let instead):
      report(.refusedCommand(name, instead: instead), from: start)
      return nil
    default: return withArguments(command, name, from: start)
    }
  }

  private mutating func withArguments(
    _ command: TeXCommand, _ name: String, from start: Int
  ) -> MathNode? {
    switch command {
    case .font(let font): return argument(of: name, from: start, in: font)
    case .accent(let accent): return .accent(accent, named(name, start))
    case .fraction(var fraction):
      fraction.numerator = named(name, start)
      fraction.denominator = named(name, start)
      return .fraction(fraction)
    case .classed(let atomClass):
      return .classed(named(name, start), atomClass, takesLimits: true)
    case .padded(let padding): return .padded(named(name, start), padding)
    case .paddedText(let padding):
      return words(in: .upright, of: name, from: start).map { .padded($0, padding) }
    case .enclosed(.box):
      return .enclosed(.styled(named(name, start), isDisplay: true, level: 0), .box)
    case .enclosed(let enclosure): return .enclosed(named(name, start), enclosure)
    case .color:
      let color = color(of: name, from: start) ?? .plain
      return .colored(named(name, start), color)
    case .longArrow(let arrow):
      let below = skip("[") ? optional(from: start) : nil
      let text = MathNode.symbol(MathSymbol(text: arrow, atomClass: .relation))
      return .stack(text, above: named(name, start), below: below)
    default:
      report(.misplaced("\\" + name), from: start)
      return nil
    }
  }

  /// Parses the next argument of a command.
  mutating func named(_ name: String, _ start: Int) -> MathNode {
    argument(of: "\\" + name, from: start)
  }

  private mutating func argument(
    of name: String, from start: Int, in newFont: MathFont
  ) -> MathNode {
    let outer = font
    font = newFont
    defer { font = outer }
    return named(name, start)
  }

  /// Parses a colour in braces, perhaps after its model in brackets; nil with a fault.
  mutating func color(of name: String, from start: Int) -> MathColor? {
    skipSpace()
    var model: String?
    if byte == UInt8(ascii: "["), let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
      model = text(index + 1, end)
      index = end + 1
    }
    guard let word = word(of: name) else { return nil }
    let found = model.map { MathColor(word, model: $0) } ?? MathColor(word)
    if found == nil { report(.wrongWord(word, of: "\\" + name), from: start) }
    return found
  }

  /// Parses an optional argument; the current position is after the opening bracket.
  private mutating func optional(from start: Int) -> MathNode {
    let bracket = index - 1
    return deeper { parser in
      let nodes = parser.row(until: "]")
      if !parser.skip("]") { parser.report(.unclosed("["), from: bracket, to: bracket + 1) }
      return .row(nodes)
    }
  }

  // MARK: Commands with their own syntax

  private mutating func structure(
    _ structure: TeXCommand.Structure, _ name: String, from start: Int
  ) -> MathNode? {
    switch structure {
    case .root where name == "surd": return .root(.row([]), degree: nil)
    case .root:
      let degree = skip("[") ? optional(from: start) : nil
      return .root(named(name, start), degree: degree)
    case .left: return fence(from: start)
    case .begin: return environment(from: start)
    case .substack: return stack(MathTable(columns: [.center]), atMost: 1, name, from: start)
    case .equations:
      let table = MathTable(columns: [.right, .left], isDisplay: true, isAligned: true)
      return stack(table, atMost: nil, name, from: start)
    // All packages are there.
    case .requirement:
      _ = word(of: name)
      return nil
    case .stackrel, .overset:
      let above = named(name, start)
      let stack = MathNode.stack(named(name, start), above: above, below: nil)
      return structure == .stackrel ? .classed(stack, .relation, takesLimits: false) : stack
    case .underset:
      let below = named(name, start)
      return .stack(named(name, start), above: nil, below: below)
    case .operatorName: return operatorName(name, from: start)
    case .not: return negation(from: start)
    case .modulo: return modulo(name, from: start)
    case .horizontalSpace: return horizontalSpace(name, from: start)
    case .tag, .label: return note(structure, name, from: start)
    case .textBox:
      return words(in: .upright, of: name, from: start).map { .enclosed($0, .box) }
    case .smash: return smash(from: start)
    case .generalFraction: return generalFraction(name, from: start)
    case .ensuredMath: return named(name, start)
    case .braket: return braket(name, from: start)
    case .limits, .noLimits, .right, .middle, .end, .newRow, .line:
      report(.misplaced("\\" + name), from: start)
      return nil
    }
  }

  private mutating func note(
    _ structure: TeXCommand.Structure, _ name: String, from start: Int
  ) -> MathNode? {
    if structure == .label {
      guard let word = word(of: name) else { return nil }
      if label != nil { report(.misplaced("\\" + name), from: start) }
      label = label ?? word
      return nil
    }
    guard let words = words(in: .upright, of: name, from: start) else { return nil }
    if (isInRow ? currentTag : tag) != nil { report(.misplaced("\\" + name), from: start) }
    let tag = MathTag(words: words, isBare: name == "tag*")
    if isInRow { currentTag = tag } else { self.tag = tag }
    return nil
  }

  /// Returns the dots that suit what follows them: between operators and relations they are
  /// centred.
  private mutating func dots() -> String {
    skipSpace()
    let command: TeXCommand?
    if let (name, _) = commandName() {
      command = TeXCommand.table[name]
    } else {
      let text = isAtEnd ? "" : text(index, index + scalarLength(at: index))
      command = Self.keyboard[text].map { .symbol($0) } ?? TeXCommand.byCharacter[text]
    }
    switch command {
    case .symbol(let symbol):
      return [.binary, .relation, .largeOperator].contains(symbol.atomClass) ? "⋯" : "…"
    case .classed(.binary), .classed(.relation), .structure(.not), .longArrow: return "⋯"
    default: return "…"
    }
  }

  /// Parses `\smash`, with `[t]` or `[b]` for one side only.
  private mutating func smash(from start: Int) -> MathNode? {
    let side = bracketed().map { text($0.lowerBound, $0.upperBound) }
    if let side, !["t", "b", "tb"].contains(side) {
      report(.wrongWord(side, of: "\\smash"), from: start)
    }
    return .padded(
      named("smash", start), MathPadding(hasHeight: side == "b", hasDepth: side == "t"))
  }

  /// Parses `\genfrac{(}{)}{0pt}{1}{a}{b}`: delimiters, thickness of the line, style, and the two
  /// parts.
  private mutating func generalFraction(_ name: String, from start: Int) -> MathNode? {
    var words: [String] = []
    for _ in 0..<4 {
      guard let range = rawArgument() else {
        report(.missingArgument(of: "\\" + name), from: start)
        return nil
      }
      guard words.count < 2, !range.isEmpty else {
        words.append(text(range.lowerBound, range.upperBound))
        continue
      }
      words.append(delimiter(in: range, after: name) ?? "")
    }
    var fraction = MathFraction(left: words[0], right: words[1])
    fraction.hasLine = words[2].utf8.first != UInt8(ascii: "0")
    fraction.isDisplay = words[3].isEmpty ? nil : words[3] == "0"
    if !["", "0", "1", "2", "3"].contains(words[3]) {
      report(.wrongWord(words[3], of: "\\" + name), from: start)
    }
    fraction.numerator = named(name, start)
    fraction.denominator = named(name, start)
    return .fraction(fraction)
  }

  /// Parses `\bra`, `\ket`, `\braket` and `\set`; with a capital letter the delimiters stretch.
  private mutating func braket(_ name: String, from start: Int) -> MathNode {
    let argument = named(name, start)
    let word = name.lowercased()
    let isSet = word == "set"
    let left = isSet ? "{" : word == "ket" ? "|" : "⟨"
    let right = isSet ? "}" : word == "bra" ? "|" : "⟩"
    let contents = isSet ? set(argument) : [argument]
    if name != word { return .fenced(left: left, contents, right: right) }
    return .row(
      [.symbol(MathSymbol(text: left, atomClass: .opening))] + contents
        + [.symbol(MathSymbol(text: right, atomClass: .closing))])
  }

  /// The contents of a set, in which the first bar is a relation.
  private func set(_ argument: MathNode) -> [MathNode] {
    let space = MathNode.space("0.1667em")
    guard case .row(var nodes) = argument else { return [space, argument, space] }
    let bar = nodes.firstIndex { node in
      if case .symbol(let symbol) = node { symbol.text == "|" } else { false }
    }
    if let bar { nodes[bar] = .symbol(MathSymbol(text: "∣", atomClass: .relation)) }
    return [space] + nodes + [space]
  }

  /// Parses `\pmod`, `\mod` and `\pod`.
  private mutating func modulo(_ name: String, from start: Int) -> MathNode {
    let mod = [MathNode.function("mod", takesLimits: false), .space("0.3333em")]
    if name == "mod" { return .row([.space("1em")] + mod) }
    let left = MathNode.symbol(MathSymbol(text: "(", atomClass: .opening))
    let right = MathNode.symbol(MathSymbol(text: ")", atomClass: .closing))
    let argument = named(name, start)
    return .row([.space("1em"), left] + (name == "pmod" ? mod : []) + [argument, right])
  }

  /// Parses `\not` with the relation that it negates.
  private mutating func negation(from start: Int) -> MathNode? {
    skipSpace()
    let node = isAtEnd ? nil : deeper { $0.atom(isSingle: true) ?? .row([]) }
    guard case .symbol(var symbol) = node, symbol.atomClass == .relation else {
      report(.missingArgument(of: "\\not"), from: start)
      return nil
    }
    symbol.text = TeXCommand.negated[symbol.text] ?? symbol.text + "\u{338}"
    return .symbol(symbol)
  }
}
