/// Replaces uses of macros by what they stand for.
extension TeXParser {
  /// The origin of a byte that a macro has brought, or that stood in the formula.
  struct Origin {
    /// The range in the formula: of the byte itself, or of the use that led to it.
    var range: Range<Int>
    /// The index of the use that brought it; nil when it stood in the formula.
    var expansion: Int?
  }

  /// A use of a macro that has been replaced.
  struct Expansion {
    var name: String
    /// The use within whose body this one stood.
    var outer: Int?
    /// True when it brought a command's own name, which is not replaced again.
    var isAlias: Bool
  }

  /// Replaces the use of a macro at the current position, and returns true if there was one.
  /// - Parameter isBraced: true when the replacement is to be one argument
  mutating func expand(isBraced: Bool = false) -> Bool {
    guard !macros.table.isEmpty, let (name, end) = commandName(), let macro = macros.table[name]
    else { return false }
    let start = index
    let outer = origins.isEmpty ? nil : origins[start].expansion
    if let outer, expansions[outer].isAlias { return false }
    if isWithin(name, outer) {
      if endless.insert(name).inserted { report(.endlessMacro(name), from: start, to: end) }
      index = end
      return true
    }
    index = end
    skipBlanks()
    guard let arguments = arguments(of: macro, name, from: start, nameEnd: end) else { return true }
    if origins.isEmpty { origins = bytes.indices.map { Origin(range: $0..<($0 + 1)) } }
    let first = origins[start].range
    let use = outer == nil ? first.lowerBound..<origins[end - 1].range.upperBound : first
    expansions.append(Expansion(name: name, outer: outer, isAlias: macro.isAlias))
    var replacement = Replacement(
      origin: Origin(range: use, expansion: expansions.count - 1), isBraced: isBraced)
    for part in Self.parts(of: macro.body) {
      switch part {
      case .text(let text): replacement.append(text)
      case .argument(let number):
        switch arguments[number - 1] {
        case .standard: replacement.append(macro.defaultArgument ?? [])
        case .range(let range): replacement.append(bytes[range], origins[range])
        }
      }
    }
    replacement.finish(before: byte, isLast: isAtEnd)
    bytes.replaceSubrange(start..<index, with: replacement.bytes)
    origins.replaceSubrange(start..<index, with: replacement.origins)
    index = start
    if bytes.count > Self.maximumLength || expansions.count > mostExpansions {
      report(.expandsTooMuch(outermost(of: expansions.count - 1)), from: start, to: start + 1)
      index = bytes.count
    }
    return true
  }

  /// Returns whether a use stands in the body of the macro with this name, however deep.
  private func isWithin(_ name: String, _ expansion: Int?) -> Bool {
    var next = expansion
    while let current = next {
      if expansions[current].name == name { return true }
      next = expansions[current].outer
    }
    return false
  }

  /// Returns the name of the macro that stands in the formula itself and led to a use.
  func outermost(of expansion: Int) -> String {
    var current = expansion
    while let outer = expansions[current].outer { current = outer }
    return expansions[current].name
  }

  // MARK: Arguments

  private enum Argument {
    case standard
    case range(Range<Int>)
  }

  /// Reads the arguments of a macro; nil with a fault.
  private mutating func arguments(
    of macro: TeXMacros.Macro, _ name: String, from start: Int, nameEnd: Int
  ) -> [Argument]? {
    var found: [Argument] = []
    if macro.defaultArgument != nil {
      found.append(bracketed().map(Argument.range) ?? .standard)
    }
    while found.count < macro.parameters {
      guard let range = rawArgument() else {
        report(.missingArgument(of: "\\" + name), from: start, to: nameEnd)
        return nil
      }
      found.append(.range(range))
    }
    return found
  }

  /// Reads an argument as it stands: what is in the braces, or a single command or character.
  mutating func rawArgument() -> Range<Int>? {
    skipBlanks()
    let start = index
    switch byte {
    case UInt8(ascii: "{"):
      guard let end = closing("}", from: start + 1) else { return nil }
      index = end + 1
      return start + 1..<end
    case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "$"): return nil
    default:
      if isAtEnd || isCloser() { return nil }
      index = commandName()?.end ?? index + scalarLength(at: index)
      return start..<index
    }
  }

  /// Reads what stands in brackets, if the next character is a bracket that is closed.
  mutating func bracketed() -> Range<Int>? {
    skipBlanks()
    guard byte == UInt8(ascii: "["), let end = closing("]", from: index + 1) else { return nil }
    defer { index = end + 1 }
    return index + 1..<end
  }

  /// Returns the index of the closing that belongs to the opening before an index.
  private func closing(_ wanted: Unicode.Scalar, from start: Int) -> Int? {
    var open = 0
    var index = start
    while index < bytes.count {
      if open == 0, bytes[index] == UInt8(ascii: wanted) { return index }
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "}"): open -= 1
      default: break
      }
      if open < 0 { return nil }
      index += 1
    }
    return nil
  }

  // MARK: Bodies

  private enum BodyPart {
    case text(ArraySlice<UInt8>)
    case argument(Int)
  }

  /// Divides a body at its parameters; `##` becomes `#`.
  private static func parts(of body: [UInt8]) -> [BodyPart] {
    var parts: [BodyPart] = []
    var start = 0
    var index = 0
    while index < body.count {
      guard body[index] == UInt8(ascii: "#"), index + 1 < body.count else {
        index += body[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let next = body[index + 1]
      let isDoubled = next == UInt8(ascii: "#")
      parts.append(.text(body[start..<(isDoubled ? index + 1 : index)]))
      if !isDoubled { parts.append(.argument(Int(next) - 0x30)) }
      index += 2
      start = index
    }
    parts.append(.text(body[start...]))
    return parts
  }

  /// Reports each `#` in a body that is not one of its parameters.
  mutating func checkBody(_ range: Range<Int>, of name: String, parameters: Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "#") where next == UInt8(ascii: "#"): index += 1
      case UInt8(ascii: "#"):
        if !isDigit(next) || next == UInt8(ascii: "0") || Int(next) - 0x30 > parameters {
          let length = index + 1 < range.upperBound ? 1 + scalarLength(at: index + 1) : 1
          report(
            .wrongParameter(text(index, index + length), of: name), from: index, to: index + length)
        }
      default: break
      }
      index += 1
    }
  }
}

/// The bytes that take the place of a macro's use.
private struct Replacement {
  private(set) var bytes: [UInt8] = []
  private(set) var origins: [TeXParser.Origin] = []
  private let origin: TeXParser.Origin
  private let isBraced: Bool

  init(origin: TeXParser.Origin, isBraced: Bool) {
    (self.origin, self.isBraced) = (origin, isBraced)
    if isBraced { append([UInt8(ascii: "{")]) }
  }

  /// Adds bytes of the macro itself.
  mutating func append(_ text: some Collection<UInt8>) {
    separate(from: text.first)
    bytes += text
    origins += repeatElement(origin, count: text.count)
  }

  /// Adds bytes of an argument, which keep their places.
  mutating func append(_ text: ArraySlice<UInt8>, _ places: ArraySlice<TeXParser.Origin>) {
    separate(from: text.first)
    bytes += text
    origins += places
  }

  /// Ends the replacement, so that it stands apart from the next byte.
  mutating func finish(before next: UInt8, isLast: Bool) {
    if isBraced { append([UInt8(ascii: "}")]) } else if !isLast { separate(from: next) }
  }

  /// Keeps the name of a command apart from a letter that follows.
  private mutating func separate(from next: UInt8?) {
    func isLetter(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let next, isLetter(next), let last = bytes.lastIndex(where: { !isLetter($0) }),
      last < bytes.count - 1, bytes[last] == UInt8(ascii: "\\")
    else { return }
    let slashes = bytes[...last].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    guard slashes % 2 == 1 else { return }
    bytes.append(0x20)
    origins.append(origin)
  }
}
