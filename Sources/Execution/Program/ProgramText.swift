import BookModel

/// Writes a program in which every line of an author's code has a place of its own.
struct ProgramText {
  /// The Swift source written so far.
  private(set) var source: [UInt8] = []
  /// The author's line in each line of the program; nil for the program's own lines.
  private(set) var lines: [CodeLine?] = []
  private let fileLiteral: [UInt8]

  /// A line of an author's code in a program.
  struct CodeLine: Equatable {
    /// The index of the block among those of the program.
    var block: Int
    /// The line of the block's code, from 0.
    var line: Int
    /// The index of the piece at file scope that the line is of; nil for the rest of the block.
    var piece: Int?
  }

  /// Makes an empty text that names the author's file as `file`, whatever characters are in it.
  init(file: String) { fileLiteral = Self.literal(file) }

  /// Writes a line of the program's own.
  mutating func line(_ text: String) {
    source += text.utf8
    source.append(newline)
    lines.append(nil)
  }

  /// Writes the beginning of a program: its import, its seed, and the blocks' code at file scope.
  /// - Parameters:
  ///   - seed: the chapter's seed
  ///   - fileScope: the pieces of the blocks
  ///   - access: what stands before the seed's declaration
  ///   - place: gives the place of a block's first line, by the block's index among those of `fileScope`
  mutating func head(
    seed: UInt64, _ fileScope: FileScopePieces, access: String = "",
    place: (Int) -> (line: Int, indent: Int)
  ) {
    line("import Notebook")
    line("\(access)let seed = gradbookSeed(\(seed))")
    for (index, piece) in fileScope.pieces.enumerated() {
      let (code, linesAbove) = fileScope.lines(of: piece)
      let (line, indent) = place(piece.block)
      self.code(
        code, of: CodeLine(block: piece.block, line: linesAbove, piece: index),
        at: line + linesAbove, indent: indent)
    }
  }

  /// Writes the names of the data files that may be read, if there are any.
  mutating func declare(_ files: [DeclaredFile]) {
    if files.isEmpty { return }
    let names = files.map { String(decoding: Self.literal($0.name), as: UTF8.self) }
    line("gradbookDeclares([\(names.joined(separator: ", "))])")
  }

  /// Writes lines of an author's code.
  /// - Parameters:
  ///   - bytes: the code
  ///   - first: its first line in its block
  ///   - number: the number by which the program names that line
  ///   - indent: the columns that every line is moved to the right by
  mutating func code(_ bytes: [UInt8], of first: CodeLine, at number: Int, indent: Int = 0) {
    line("#sourceLocation(file: \(String(decoding: fileLiteral, as: UTF8.self)), line: \(number))")
    let indent = [UInt8](repeating: UInt8(ascii: " "), count: max(indent, 0))
    var place = first
    for text in bytes.split(separator: newline, omittingEmptySubsequences: false) {
      if !text.isEmpty { source += indent + text }
      source.append(newline)
      lines.append(place)
      place.line += 1
    }
    line("#sourceLocation()")
  }

  private let newline = UInt8(ascii: "\n")

  /// Returns the text as a Swift string literal that nothing in it can close.
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
