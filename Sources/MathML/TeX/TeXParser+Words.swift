/// Parses words in a formula: `\text{…}` and similar commands.
extension TeXParser {
  /// Parses words in braces. They keep their spaces, and may contain formulas between dollar signs.
  mutating func words(in font: MathFont, of name: String, from start: Int) -> MathNode? {
    guard skip("{") else {
      report(.missingArgument(of: "\\" + name), from: start)
      return nil
    }
    let brace = index - 1
    var parts: [MathNode] = []
    var text = String.UnicodeScalarView()
    var open = 1
    func flush() {
      if !text.isEmpty { parts.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    while !isAtEnd {
      switch byte {
      case UInt8(ascii: "{"): (open, index) = (open + 1, index + 1)
      case UInt8(ascii: "}"):
        (open, index) = (open - 1, index + 1)
        if open == 0 {
          flush()
          return parts.count == 1 ? parts[0] : .row(parts)
        }
      case UInt8(ascii: "$"):
        flush()
        parts.append(formulaInWords())
      case UInt8(ascii: "\\"): escape(into: &text)
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

  private mutating func formulaInWords() -> MathNode {
    let start = index
    index += 1
    let outer = font
    font = nil
    defer { font = outer }
    return deeper { parser in
      let nodes = parser.row()
      if !parser.skip("$") { parser.report(.unclosed("$"), from: start, to: start + 1) }
      return .row(nodes)
    }
  }

  /// Parses a backslash in words: an escaped character, or a space.
  private mutating func escape(into text: inout String.UnicodeScalarView) {
    let start = index
    guard let (name, end) = commandName() else {
      index += 1
      return report(.character("\\", instead: "\\backslash"), from: start)
    }
    index = end
    switch name {
    case "%", "$", "#", "&", "_", "{", "}": text.append(contentsOf: name.unicodeScalars)
    case " ", ",", "quad": text.append(name == "quad" ? "\u{2003}" : "\u{A0}")
    case "ldots", "dots": text.append("…")
    default:
      report(
        .refusedCommand(name, instead: "write it outside of the words, or between '$'"),
        from: start)
    }
  }
}

extension MathFont {
  /// Returns a letter of words in this alphabet; upright is the default.
  fileprivate func inWords(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    self == .upright ? scalar : styled(scalar)
  }
}
