import BookModel

/// Writes a program whose every line of an author's code knows its place in the chapter.
struct ProgramText {
  /// The Swift source written so far.
  private(set) var source: [UInt8] = []
  private let fileLiteral: [UInt8]

  /// A text that names the chapter as `file`, whatever characters are in it.
  init(file: String) { fileLiteral = Self.literal(file) }

  /// Writes a line of the program's own.
  mutating func line(_ text: String) {
    source += text.utf8
    source.append(newline)
  }

  /// Writes lines of a chapter at the columns that they have there, as `start` says for the first.
  /// A large function gets its attribute on a line of its own, which passes for the line above.
  mutating func code(_ bytes: [UInt8], at start: SourcePosition) {
    let large = LargeFunctions.firstLines(in: String(decoding: bytes, as: UTF8.self))
    place(line: start.line)
    let indent = [UInt8](repeating: UInt8(ascii: " "), count: max(start.column - 1, 0))
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    for (index, text) in lines.enumerated() {
      if large.contains(index) {
        place(line: start.line + index - 1)
        line(LargeFunctions.attribute)
      }
      if !text.isEmpty { source += indent + text }
      source.append(newline)
    }
    line("#sourceLocation()")
  }

  private mutating func place(line number: Int) {
    line("#sourceLocation(file: \(String(decoding: fileLiteral, as: UTF8.self)), line: \(number))")
  }

  private let newline = UInt8(ascii: "\n")

  /// The text as a Swift string literal that nothing in it can close.
  static func literal(_ text: String) -> [UInt8] {
    var literal = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: literal += "\\u{\(String(byte, radix: 16))}".utf8
      default: literal.append(byte)
      }
    }
    return literal + [UInt8(ascii: "\"")]
  }
}
