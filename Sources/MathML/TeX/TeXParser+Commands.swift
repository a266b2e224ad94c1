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
      report(.unknownCommand(name), from: start)
      return nil
    }
    switch command {
    case .symbol(let symbol): return .symbol(symbol)
    case .letter(let text, let isUpright): return identifier(text, isUpright: isUpright)
    case .function(let text, let takesLimits): return .function(text, takesLimits: takesLimits)
    case .space(let width): return .space(width)
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
    case .fraction(let isDisplay, let hasLine):
      let numerator = named(name, start)
      let denominator = named(name, start)
      return .fraction(
        MathFraction(
          isDisplay: isDisplay, hasLine: hasLine, numerator: numerator, denominator: denominator))
    case .classed(let atomClass):
      return .classed(named(name, start), atomClass, takesLimits: true)
    case .phantom(let kind): return .phantom(named(name, start), kind)
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
  private mutating func named(_ name: String, _ start: Int) -> MathNode {
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
    case .root:
      let degree = skip("[") ? optional(from: start) : nil
      return .root(named(name, start), degree: degree)
    case .left: return fence(from: start)
    case .begin: return environment(from: start)
    case .substack: return substack(from: start)
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
    case .noNumber: return nil
    case .limits, .noLimits, .right, .middle, .end, .newRow, .line:
      report(.misplaced("\\" + name), from: start)
      return nil
    }
  }

  private mutating func note(
    _ structure: TeXCommand.Structure, _ name: String, from start: Int
  ) -> MathNode? {
    guard let word = word(of: name) else { return nil }
    if (structure == .tag ? tag : label) != nil { report(.misplaced("\\" + name), from: start) }
    if structure == .tag { tag = tag ?? word } else { label = label ?? word }
    return nil
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
