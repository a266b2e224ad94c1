/// Parses words in a formula: `\text{…}` and similar commands.
extension TeXParser {
  /// Parses words in braces. They keep their spaces, and may contain formulas between dollar signs.
  mutating func words(in font: MathFont, of name: String, from start: Int) -> MathNode? {
    var font = font
    guard skip("{") else {
      report(.missingArgument(of: "\\" + name), from: start)
      return nil
    }
    let brace = index - 1
    var parts: [MathNode] = []
    var text = String.UnicodeScalarView()
    // The alphabet around each open group.
    var open = [font]
    func flush() {
      if !text.isEmpty { parts.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    while !isAtEnd {
      switch byte {
      case UInt8(ascii: "{"):
        open.append(font)
        index += 1
      case UInt8(ascii: "}"):
        font = open.removeLast()
        index += 1
        if open.isEmpty {
          flush()
          return parts.count == 1 ? parts[0] : .row(parts)
        }
      case UInt8(ascii: "$"):
        flush()
        parts.append(formulaInWords(from: "$", to: "$"))
      case UInt8(ascii: "\\") where expand(): continue
      case UInt8(ascii: "\\"):
        if let part = formulaCommand() ?? coloredWords(in: font) {
          flush()
          parts.append(part)
        } else if let inner = alphabet() {
          open.append(font)
          font = inner
        } else {
          escape(into: &text)
        }
      case UInt8(ascii: "~"), 0...0x20:
        index += 1
        if text.last != "\u{A0}" { text.append("\u{A0}") }
      default:
        letter(in: font, into: &text)
      }
    }
    report(.unclosed("{"), from: brace, to: brace + 1)
    return nil
  }

  private mutating func letter(
    in font: MathFont, into text: inout String.UnicodeScalarView
  ) {
    let start = index
    index += scalarLength(at: index)
    for scalar in self.text(start, index).unicodeScalars {
      switch scalar.properties.generalCategory {
      // These are invisible, and change the appearance of the text around them.
      case .control, .format, .unassigned, .privateUse:
        report(.character(scalar.escaped(asASCII: true), instead: nil), from: start)
      default: text.append(font.inWords(scalar))
      }
    }
  }

  /// Parses a formula in words, from its opening at the current position to its closing.
  private mutating func formulaInWords(from opening: String, to closing: String) -> MathNode {
    let start = index
    index += opening.utf8.count
    let outer = font
    font = nil
    defer { font = outer }
    return deeper { parser in
      let nodes = parser.row()
      if parser.text(parser.index, parser.index + closing.utf8.count) == closing {
        parser.index += closing.utf8.count
      } else {
        parser.report(.unclosed(opening), from: start, to: start + opening.utf8.count)
      }
      return .row(nodes)
    }
  }

  /// Parses `\(…\)` or `\ensuremath{…}` in words; nil when the command is another one.
  private mutating func formulaCommand() -> MathNode? {
    guard let (name, end) = commandName() else { return nil }
    if name == "(" { return formulaInWords(from: "\\(", to: "\\)") }
    guard name == "ensuremath", end < bytes.count, bytes[end] == UInt8(ascii: "{") else {
      return nil
    }
    index = end
    return formulaInWords(from: "{", to: "}")
  }

  /// Parses `\textcolor{red}{…}` in words; nil when the command is another one.
  private mutating func coloredWords(in font: MathFont) -> MathNode? {
    let start = index
    guard let (name, end) = commandName(), case .color(isForRest: false) = TeXCommand.table[name]
    else { return nil }
    index = end
    let color = color(of: name, from: start) ?? .plain
    return deeper { .colored($0.words(in: font, of: name, from: start) ?? .row([]), color) }
  }

  /// Parses a command that sets a group of the words in another alphabet, with the opening brace;
  /// nil when there is no such command.
  private mutating func alphabet() -> MathFont? {
    guard let (name, end) = commandName(), case .text(let font) = TeXCommand.table[name],
      end < bytes.count, bytes[end] == UInt8(ascii: "{")
    else { return nil }
    index = end + 1
    return font
  }

  /// Parses a backslash in words: an escaped character, or a space.
  private mutating func escape(into text: inout String.UnicodeScalarView) {
    let start = index
    guard let (name, end) = commandName() else {
      index += 1
      return report(.character("\\", instead: "\\backslash"), from: start)
    }
    index = end
    if let mark = Self.textAccents[name] {
      return accent(mark, "\\" + name, from: start, into: &text)
    }
    guard let sign = Self.textSigns[name] ?? TeXCommand.textSigns[name] else {
      let isKnown = TeXCommand.table[name] != nil
      let instead = "write it outside of the words, or between '$'"
      return report(
        isKnown
          ? .refusedCommand(name, instead: instead)
          : .unknownCommand(name, macros: macros.names), from: start)
    }
    text.append(contentsOf: sign.unicodeScalars)
    // The space after a name only ends the name.
    if isLetter(bytes[end - 1]) { while !isAtEnd, byte <= 0x20 { index += 1 } }
  }

  /// Puts an accent on the next letter, which may be in braces.
  private mutating func accent(
    _ mark: Unicode.Scalar, _ name: String, from start: Int,
    into text: inout String.UnicodeScalarView
  ) {
    guard let range = rawArgument(), !range.isEmpty else {
      return report(.missingArgument(of: name), from: start)
    }
    let letter = self.text(range.lowerBound, range.upperBound)
    // An accent takes the place of the dot by itself.
    let dotless = ["\\i": "i", "\\j": "j"][letter]
    let scalars = (dotless ?? letter).unicodeScalars
    guard scalars.count == 1, let base = scalars.first, base.properties.isAlphabetic else {
      return report(.wrongWord(letter, of: name), from: start)
    }
    // Strings that look the same are equal, whichever characters they consist of.
    let parts = String(base) + String(mark)
    text.append(contentsOf: (Self.composed[parts] ?? parts).unicodeScalars)
  }

  /// The Latin letters with an accent, by the same letter as base and mark.
  private static let composed: [String: String] = {
    let letters = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap(Unicode.Scalar.init)
    return Dictionary(letters.map { (String($0), String($0)) }) { first, _ in first }
  }()

  /// The accents of words, as the characters that combine with the letter before them.
  private static let textAccents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "r": "\u{30A}",
    "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}",
  ]

  private static let textSigns: [String: String] = [
    "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "{": "{", "}": "}",
    " ": "\u{A0}", "\n": "\u{A0}", "space": "\u{A0}", "nobreakspace": "\u{A0}",
    ",": "\u{2009}", "thinspace": "\u{2009}",
    ":": "\u{2005}", ";": "\u{2005}", "!": "", "enspace": "\u{2002}", "quad": "\u{2003}",
    "qquad": "\u{2003}\u{2003}", "ldots": "…", "dots": "…", "xspace": "", "protect": "",
    "relax": "",
  ]
}

extension MathFont {
  /// Returns a letter of words in this alphabet; upright is the default.
  fileprivate func inWords(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    self == .upright ? scalar : styled(scalar)
  }
}
