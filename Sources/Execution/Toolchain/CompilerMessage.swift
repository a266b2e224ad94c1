import BookModel

/// One thing that the compiler says.
struct CompilerMessage: Equatable, Sendable {
  /// What it is.
  enum Kind: String, CaseIterable, Sendable {
    /// The program cannot be compiled.
    case error
    /// It can, but something looks wrong.
    case warning
    /// More about the message before.
    case note
  }

  /// What it is.
  var kind: Kind
  /// Where in the chapter, when it is there.
  var position: SourcePosition?
  /// The text.
  var text: String

  /// What to try, given an error.
  var hint: String {
    text.utf8.firstRange(of: "cannot find".utf8) == nil
      ? "correct this line; 'gradbook tangle' prints the whole program"
      : "a block sees the engine and the setup blocks above it, and nothing else"
  }

  /// The messages in what the compiler wrote in the style `llvm`; all other lines are left out.
  /// - Parameters:
  ///   - output: what it wrote
  ///   - file: what the compiler calls the chapter
  static func messages(in output: [UInt8], file: String) -> [CompilerMessage] {
    output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      message(in: line, file: Array((file + ":").utf8))
    }
  }

  private static func message(in line: ArraySlice<UInt8>, file: [UInt8]) -> CompilerMessage? {
    if line.starts(with: file) {
      var rest = line.dropFirst(file.count)
      guard let row = number(&rest), let column = number(&rest), rest.first == UInt8(ascii: " ")
      else { return nil }
      return message(in: rest.dropFirst(), at: SourcePosition(line: row, column: max(column, 1)))
    }
    // A place elsewhere is of no use to the author, but the message may be.
    for kind in [Kind.error, .warning, .note] {
      let mark = Array("\(kind.rawValue): ".utf8)
      if line.starts(with: mark) { return message(in: line, at: nil) }
      if let start = line.firstRange(of: Array(": ".utf8) + mark)?.lowerBound {
        return message(in: line[(start + 2)...], at: nil)
      }
    }
    return nil
  }

  private static func message(in bytes: ArraySlice<UInt8>, at position: SourcePosition?)
    -> CompilerMessage?
  {
    for kind in Kind.allCases {
      let mark = Array("\(kind.rawValue): ".utf8)
      guard bytes.starts(with: mark) else { continue }
      let text = String(decoding: bytes.dropFirst(mark.count), as: UTF8.self)
      return CompilerMessage(kind: kind, position: position, text: text)
    }
    return nil
  }

  /// Takes a number and the colon after it.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    guard bytes.popFirst() == UInt8(ascii: ":") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
