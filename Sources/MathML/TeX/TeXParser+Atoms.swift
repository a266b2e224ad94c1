/// Parses letters, numbers and symbols, and their scripts.
extension TeXParser {
  /// Parses the next atom of a row, without its scripts; nil when it shows nothing. With
  /// `isSingle`, only one digit or letter is taken, as for the argument of a command.
  mutating func atom(isSingle: Bool = false) -> MathNode? {
    let start = index
    switch byte {
    case UInt8(ascii: "\\"): return command()
    case UInt8(ascii: "{"):
      index += 1
      return group().standingAlone
    case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "'"): return .row([])
    case UInt8(ascii: "~"):
      index += 1
      return .space("0.25em")
    case let byte where isDigit(byte): return number(isSingle: isSingle)
    case let byte where isLetter(byte):
      index += 1
      while font != nil, !isSingle, isLetter(self.byte) { index += 1 }
      return identifier(text(start, index))
    default: return sign()
    }
  }

  private mutating func number(isSingle: Bool) -> MathNode {
    let start = index
    index += 1
    while !isSingle, index < bytes.count {
      let isPoint =
        byte == UInt8(ascii: ".") && index + 1 < bytes.count && isDigit(bytes[index + 1])
      guard isPoint || isDigit(byte) else { break }
      index += 1
    }
    return .number(styled(text(start, index)))
  }

  /// Returns letters in the current alphabet.
  func identifier(_ text: String, isUpright: Bool = false) -> MathNode {
    guard let font else { return .identifier(text, isUpright: isUpright) }
    let styled = styled(text)
    let isPlain = styled == text && text.unicodeScalars.count == 1
    let alphabet = font == .italic ? false : isPlain
    return .identifier(font == .italic && isPlain ? text : styled, isUpright: alphabet)
  }

  private func styled(_ text: String) -> String {
    guard let font, font != .upright else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(font.styled(scalar)) }
    return String(scalars)
  }

  /// Parses a symbol of the keyboard, or any other character.
  private mutating func sign() -> MathNode? {
    let start = index
    index += scalarLength(at: index)
    let text = text(start, index)
    if let symbol = Self.keyboard[text] { return .symbol(symbol) }
    if let command = TeXCommand.byCharacter[text], bytes[start] >= 0x80 {
      switch command {
      case .letter(let letter, let isUpright): return identifier(letter, isUpright: isUpright)
      case .symbol(let symbol): return .symbol(symbol)
      case .dots(let text): return .dots(text ?? "…")
      case .space(let width): return .space(width)
      default: break
      }
    }
    if let atomClass = Self.wideSigns[text] {
      return .classed(.text(text), atomClass, takesLimits: false)
    }
    guard let scalar = text.unicodeScalars.first, bytes[start] >= 0x80,
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .otherNumber
    else {
      report(.character(text, instead: Self.insteadOf[text]), from: start)
      return nil
    }
    while !isAtEnd, byte >= 0x80 {
      let next = self.text(index, index + scalarLength(at: index)).unicodeScalars.first
      guard let next, next.properties.isIdeographic, scalar.properties.isIdeographic else { break }
      index += scalarLength(at: index)
    }
    let word = self.text(start, index)
    return scalar.properties.isIdeographic || scalar.properties.numericType == .digit
      ? .text(word) : .identifier(word, isUpright: false)
  }

  /// The symbols that are typed as they are.
  static let keyboard: [String: MathSymbol] = {
    var signs: [String: MathSymbol] = [:]
    func add(_ atomClass: AtomClass, _ pairs: [String: String]) {
      for (key, text) in pairs { signs[key] = MathSymbol(text: text, atomClass: atomClass) }
    }
    add(.binary, ["+": "+", "-": "−", "*": "∗", "−": "−", "·": "⋅", "＋": "+", "－": "−"])
    add(
      .relation,
      ["=": "=", "<": "<", ">": ">", ":": ":", "＝": "=", "＜": "<", "＞": ">"])
    add(.opening, ["(": "(", "[": "["])
    add(.closing, [")": ")", "]": "]", "!": "!", "?": "?"])
    add(.punctuation, [",": ",", ";": ";"])
    add(.ordinary, ["|": "|", "/": "/", ".": ".", "@": "@"])
    return signs
  }()

  /// The punctuation of Chinese and Japanese, and dashes: they are words, and bring their space
  /// with them.
  private static let wideSigns: [String: AtomClass] = {
    let lists: [(AtomClass, String)] = [
      (.punctuation, "，、；：。．！？"), (.opening, "（［｛【「『《〈"), (.closing, "）］｝】」』》〉"),
      (.ordinary, "–—％～"),
    ]
    var signs: [String: AtomClass] = [:]
    for (atomClass, list) in lists {
      for scalar in list.unicodeScalars { signs[String(scalar)] = atomClass }
    }
    return signs
  }()

  private static let insteadOf: [String: String] = [
    "%": "\\%", "#": "\\#", "\"": "''", "`": "\\text{`}", "“": "\\text{“…”}", "’": "'",
  ]

  // MARK: Scripts

  /// Parses the scripts after a base.
  mutating func scripts(on base: MathNode) -> MathNode {
    var scripts = MathScripts(base: base)
    var primes = 0
    while true {
      skipSpace()
      let start = index
      switch byte {
      case UInt8(ascii: "'"):
        if scripts.above != nil { report(.doubleScript("'"), from: start, to: start + 1) }
        while byte == UInt8(ascii: "'") { (primes, index) = (primes + 1, index + 1) }
      case UInt8(ascii: "^"):
        index += 1
        if scripts.above != nil { report(.doubleScript("^"), from: start) }
        scripts.above = argument(of: "^", from: start).withPrimes
      case UInt8(ascii: "_"):
        index += 1
        if scripts.below != nil { report(.doubleScript("_"), from: start) }
        scripts.below = argument(of: "_", from: start)
      default:
        guard let limits = limits() else { return finish(scripts, primes: primes) }
        scripts.limits = limits
        if !base.takesScriptsAsLimits {
          report(.misplaced(limits ? "\\limits" : "\\nolimits"), from: start)
        }
      }
    }
  }

  private mutating func limits() -> Bool? {
    guard let (name, end) = commandName() else { return nil }
    switch TeXCommand.table[name] {
    case .structure(.limits): index = end; return true
    case .structure(.noLimits): index = end; return false
    default: return nil
    }
  }

  private func finish(_ scripts: MathScripts, primes: Int) -> MathNode {
    var scripts = scripts
    if primes > 0 {
      let marks = ["", "′", "″", "‴", "⁗"]
      let text = primes < marks.count ? marks[primes] : String(repeating: "′", count: primes)
      scripts.above = scripts.above.map { .row([.prime(text), $0]) } ?? .prime(text)
    }
    return scripts.above == nil && scripts.below == nil ? scripts.base : .scripts(scripts)
  }
}

extension MathNode {
  /// The node as a superscript, in which each `\prime` is what `'` would be.
  fileprivate var withPrimes: MathNode {
    switch self {
    case .identifier("′", _): .prime("′")
    case .row(let nodes): .row(nodes.map(\.withPrimes))
    default: self
    }
  }

  /// True when `\limits` may follow.
  var takesScriptsAsLimits: Bool {
    switch self {
    case .symbol(let symbol): symbol.atomClass == .largeOperator
    case .function, .classed(_, .largeOperator, _): true
    default: false
    }
  }
}
