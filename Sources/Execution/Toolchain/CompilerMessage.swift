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
  /// The compiler's own name for what it says, such as `cannot_find_in_scope`; nil where it gives none,
  /// as the linker does.
  var name: String?

  /// The option that makes the compiler write `name` behind each text, in brackets.
  static let namingOption = "-debug-diagnostic-names"

  /// The largest number of messages that are read of one compilation.
  static let maximumCount = 100

  /// Returns the messages in the compiler's output in the style `llvm`, without all other lines, and
  /// without warnings about unused names, which nobody sees. Of more than `maximumCount` messages the
  /// first ones are kept, the first error in any case, and a last message counts the others.
  /// - Parameters:
  ///   - output: the compiler's output
  ///   - file: the compiler's name for the author's code
  static func messages(in output: [UInt8], file: String) -> [CompilerMessage] {
    let mark = Array((file + ":").utf8)
    var (messages, others): ([CompilerMessage], Int) = ([], 0)
    var (hasError, skipsNotes) = (false, false)
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let message = message(in: line, file: mark) else { continue }
      if message.kind != .note { skipsNotes = message.comesFromWrapping }
      if skipsNotes { continue }
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
  /// - Parameter hint: returns the next step for an error, if there is one to suggest; what it says again is
  ///   left out
  static func diagnostics(
    _ messages: [CompilerMessage], hint: (CompilerMessage) -> String? = { _ in nil }
  ) -> [IslandDiagnostic] {
    var diagnostics: [IslandDiagnostic] = []
    var isAttached = false
    var given: Set<String> = []
    for message in messages {
      guard message.kind != .note else {
        guard isAttached, let position = message.position else { continue }
        diagnostics[diagnostics.count - 1].notes.append(
          .init(position: position, message: message.text))
        continue
      }
      isAttached = message.position != nil && !message.comesFromWrapping
      guard isAttached else { continue }
      let hint = hint(message)
      diagnostics.append(
        IslandDiagnostic(
          severity: message.kind == .error ? .error : .warning, position: message.position,
          message: message.text, hint: hint.flatMap { given.insert($0).inserted ? $0 : nil }))
    }
    return diagnostics
  }

  /// True for a warning about an unused name. In a script the names would be global, and the
  /// compiler would not check their use.
  private var comesFromWrapping: Bool {
    kind == .warning && name.map(Self.namesOfUnused.contains) ?? false
  }

  /// The names of the warnings about an unused name.
  static let namesOfUnused: Set = [
    "capture_never_used", "immutable_value_never_used_but_assigned", "pbd_never_used",
    "pbd_never_used_stmtcond", "unused_setter_parameter", "variable_never_mutated",
    "variable_never_read", "variable_never_used", "variable_tuple_elt_never_mutated",
    "weak_variable_never_mutated", "weak_variable_tuple_elt_never_mutated",
  ]

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
    var message = named(bytes.dropFirst(kind.rawValue.utf8.count + 2), kind)
    message.position = position
    return message
  }

  /// Reads a text behind which stand, in brackets, the compiler's name for it and a group.
  static func named(_ bytes: ArraySlice<UInt8>, _ kind: Kind) -> CompilerMessage {
    var text = bytes
    let group = bracketed(&text, where: { $0.first == UInt8(ascii: "#") })
    let name = bracketed(&text) { $0.allSatisfy(isOfName) }
    return CompilerMessage(
      kind: kind, position: nil,
      text: String(decoding: text + (group.map { " [".utf8 + $0 + "]".utf8 } ?? []), as: UTF8.self),
      name: name.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Takes what stands in brackets at the end of a text, if it is as it should be.
  private static func bracketed(
    _ text: inout ArraySlice<UInt8>, where isExpected: (ArraySlice<UInt8>) -> Bool
  ) -> ArraySlice<UInt8>? {
    guard text.last == UInt8(ascii: "]"), let start = text.lastIndex(of: UInt8(ascii: "[")),
      start > text.startIndex, text[start - 1] == UInt8(ascii: " ")
    else { return nil }
    let content = text[(start + 1)...].dropLast()
    guard !content.isEmpty, isExpected(content) else { return nil }
    text = text[..<(start - 1)]
    return content
  }

  /// True for the characters of which the compiler makes its names.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Removes a number and the colon after it from the bytes.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    guard bytes.popFirst() == UInt8(ascii: ":") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
