/// Parses the definitions of macros.
extension TeXParser {
  /// Parses a text that consists of definitions.
  mutating func definitions() {
    guard bytes.count <= Self.maximumLength else {
      return report(.tooLong(bytes.count), from: 0, to: 0)
    }
    while true {
      skipBlanks(isText: true)
      if isAtEnd { return }
      let start = index
      guard let (name, end) = commandName(), case .definition(let form) = TeXCommand.table[name]
      else {
        index = commandName()?.end ?? index + scalarLength(at: index)
        report(.wrongDefinition(text(start, index)), from: start)
        skipToDefinition()
        continue
      }
      index = end
      if !define(form, name, from: start) { skipToDefinition() }
    }
  }

  /// Skips up to the next line that begins with a command.
  private mutating func skipToDefinition() {
    while !isAtEnd {
      let isLineStart = bytes[index - 1] == 0x0A
      if isLineStart, byte == UInt8(ascii: "\\") { return }
      index += 1
    }
  }

  /// Parses a definition after its command; returns false with a fault.
  @discardableResult
  mutating func define(
    _ form: TeXCommand.Definition, _ command: String, from start: Int
  ) -> Bool {
    let before = faults.count
    guard let name = definedName(), let macro = macro(form, name) else {
      if faults.count == before { report(.wrongDefinition("\\" + command), from: start) }
      return false
    }
    let isKnown = macros.table[name] != nil || TeXCommand.table[name] != nil
    if form != .provide || !isKnown { macros.table[name] = macro }
    return true
  }

  /// Parses the name that is defined, with or without braces.
  private mutating func definedName() -> String? {
    skipBlanks()
    let isBraced = byte == UInt8(ascii: "{")
    if isBraced {
      index += 1
      skipBlanks()
    }
    guard let (name, end) = commandName() else { return nil }
    index = end
    skipBlanks()
    guard isBraced else { return name }
    guard byte == UInt8(ascii: "}") else { return nil }
    index += 1
    return name
  }

  private mutating func macro(_ form: TeXCommand.Definition, _ name: String) -> TeXMacros.Macro? {
    switch form {
    case .new, .provide:
      var count = 0
      if let range = bracketed() {
        guard range.count == 1, isDigit(bytes[range.lowerBound]) else { return nil }
        count = Int(bytes[range.lowerBound]) - 0x30
      }
      let standard = count > 0 ? bracketed().map { Array(bytes[$0]) } : nil
      return rawArgument().flatMap { body($0, of: name, parameters: count, standard) }
    case .plain:
      var count = 0
      while byte == UInt8(ascii: "#"), index + 1 < bytes.count,
        Int(bytes[index + 1]) == 0x31 + count
      {
        (count, index) = (count + 1, index + 2)
        skipBlanks()
      }
      guard byte == UInt8(ascii: "{") else { return nil }
      return rawArgument().flatMap { body($0, of: name, parameters: count, nil) }
    case .operatorName(let isStarred):
      let opening = isStarred ? "\\operatorname*{" : "\\operatorname{"
      guard var macro = rawArgument().flatMap({ body($0, of: name, parameters: 0, nil) }) else {
        return nil
      }
      macro.body = opening.utf8 + macro.body + [UInt8(ascii: "}")]
      return macro
    case .alias:
      if byte == UInt8(ascii: "=") { index += 1 }
      guard let range = rawArgument() else { return nil }
      let target = Array(bytes[range])
      if target.first == UInt8(ascii: "\\"),
        let known = macros.table[String(decoding: target.dropFirst(), as: UTF8.self)]
      {
        return known
      }
      var alias = body(range, of: name, parameters: 0, nil)
      alias?.isAlias = true
      return alias
    }
  }

  private mutating func body(
    _ range: Range<Int>, of name: String, parameters: Int, _ standard: [UInt8]?
  ) -> TeXMacros.Macro? {
    let before = faults.count
    checkBody(range, of: name, parameters: parameters)
    guard faults.count == before else { return nil }
    return TeXMacros.Macro(
      body: Array(bytes[range]), parameters: parameters, defaultArgument: standard)
  }
}
