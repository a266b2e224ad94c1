import BookModel

struct CompilerMessage: Equatable, Sendable {
  /// The severity of a message.
  enum Kind: String, CaseIterable, Sendable {
    /// The program cannot be compiled.
    case error
    /// The program compiles, but something looks wrong.
    case warning
    /// More about the previous message.
    case note
  }

  var kind: Kind
  /// The line and column in the author's code; nil for a message about other code.
  var position: SourcePosition?
  var text: String

  /// The next step for an error.
  var hint: String {
    if text.utf8.firstRange(of: "should return a value".utf8) != nil {
      return "a function that has a result returns one; a setup block as a whole cannot return"
    }
    return usualHint
  }

  private var usualHint: String {
    text.utf8.firstRange(of: "cannot find".utf8) == nil
      ? "correct this line; 'gradbook tangle --experiment' prints the whole program"
      : "a block sees the engine and the setup blocks above it, and nothing else"
  }

  /// The largest number of messages that are read of one compilation.
  static let maximumCount = 100

  /// Returns the messages in the compiler's output in the style `llvm`, without all other lines. Of
  /// more than `maximumCount` messages the first ones are kept, the first error in any case, and a
  /// last message counts the others.
  /// - Parameters:
  ///   - output: the compiler's output
  ///   - file: the compiler's name for the author's code
  static func messages(in output: [UInt8], file: String) -> [CompilerMessage] {
    let mark = Array((file + ":").utf8)
    var (messages, others): ([CompilerMessage], Int) = ([], 0)
    var hasError = false
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let message = message(in: line, file: mark) else { continue }
      if messages.count < maximumCount || (message.kind == .error && !hasError) {
        messages.append(message)
        hasError = hasError || message.kind == .error
      } else {
        others += 1
      }
    }
    if others > 0, let last = messages.last(where: { $0.position != nil }) {
      messages.append(
        CompilerMessage(
          kind: .warning, position: last.position,
          text: "\(others) more messages of the compiler are left out"))
    }
    return messages
  }

  /// Returns messages as diagnostics, each note with the message before it. Messages without a
  /// position are left out.
  static func diagnostics(_ messages: [CompilerMessage]) -> [IslandDiagnostic] {
    var diagnostics: [IslandDiagnostic] = []
    var isAttached = false
    for message in messages {
      guard message.kind != .note else {
        guard isAttached, let position = message.position else { continue }
        diagnostics[diagnostics.count - 1].notes.append(
          .init(position: position, message: message.text))
        continue
      }
      isAttached = message.position != nil && !message.comesFromWrapping
      guard isAttached else { continue }
      diagnostics.append(
        IslandDiagnostic(
          severity: message.kind == .error ? .error : .warning, position: message.position,
          message: message.text, hint: message.kind == .error ? message.hint : nil))
    }
    return diagnostics
  }

  /// True for a warning about the use of a name. In a script the names would be global, and the
  /// compiler would not check their use.
  private var comesFromWrapping: Bool {
    kind == .warning
      && ["was never used", "was never mutated", "but never read", "never used; consider"].contains
      {
        text.utf8.firstRange(of: $0.utf8) != nil
      }
  }

  private static func message(in line: ArraySlice<UInt8>, file: [UInt8]) -> CompilerMessage? {
    if line.starts(with: file) {
      var rest = line.dropFirst(file.count)
      guard let row = number(&rest), let column = number(&rest), rest.first == UInt8(ascii: " ")
      else { return nil }
      return message(in: rest.dropFirst(), at: SourcePosition(line: row, column: max(column, 1)))
    }
    // A position in another file is of no use to the author, but the message may be.
    var starts: [Kind: Int] = [:]
    for index in line.indices
    where index == line.startIndex || line[index - 1] == UInt8(ascii: " ") {
      guard let kind = kind(startingAt: line[index...]), starts[kind] == nil else { continue }
      let isAfterPlace = index >= line.startIndex + 2 && line[index - 2] == UInt8(ascii: ":")
      if index == line.startIndex || isAfterPlace { starts[kind] = index }
    }
    let start = starts[.error] ?? starts[.warning] ?? starts[.note]
    return start.flatMap { message(in: line[$0...], at: nil) }
  }

  private static let marks = Kind.allCases.map { (kind: $0, bytes: Array("\($0.rawValue): ".utf8)) }

  private static func kind(startingAt bytes: ArraySlice<UInt8>) -> Kind? {
    marks.first { bytes.starts(with: $0.bytes) }?.kind
  }

  private static func message(in bytes: ArraySlice<UInt8>, at position: SourcePosition?)
    -> CompilerMessage?
  {
    guard let kind = kind(startingAt: bytes) else { return nil }
    let text = String(decoding: bytes.dropFirst(kind.rawValue.utf8.count + 2), as: UTF8.self)
    return CompilerMessage(kind: kind, position: position, text: text)
  }

  /// Removes a number and the colon after it from the bytes.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    guard bytes.popFirst() == UInt8(ascii: ":") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
