import Transcript

/// Swift's own reason for a trap, as the runtime writes it to standard error.
enum TrapReason: Equatable, Sendable {
  /// A precondition without a message.
  case precondition
  /// The runtime's words, with a lower-case first letter, such as "index out of range".
  case words(String)

  /// Finds the reason in a program's standard error; nil when there is none.
  static func read(_ errors: [UInt8]) -> TrapReason? {
    // The runtime writes last.
    for line in errors.split(separator: UInt8(ascii: "\n")).reversed() {
      if let mark = runtimeMarks.first(where: { line.starts(with: $0.utf8) }) {
        return .words(
          mark == exclusivity
            ? "a variable is changed while it is in use" : plain(withoutAddresses(line)))
      }
      for mark in ["Fatal error: ", "Precondition failed: ", "Assertion failed: "] {
        guard let range = line.firstRange(of: Array(mark.utf8)) else { continue }
        return .words(plain(line[range.upperBound...]))
      }
      for mark in ["Fatal error", "Precondition failed", "Assertion failed"]
      where line.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
        switch mark {
        case "Precondition failed": return .precondition
        case "Assertion failed": return .words("an assertion does not hold")
        default: return .words("it stopped itself without a message")
        }
      }
    }
    return nil
  }

  /// Returns the line number that the runtime prints before the reason, as in
  /// `chapter/chapter.md:18: Fatal error`; nil when it prints none.
  static func line(in errors: [UInt8], file: String) -> Int? {
    let last = errors.split(separator: UInt8(ascii: "\n")).last(where: isOne)
    guard let last, let name = last.firstRange(of: Array("\(file):".utf8)) else { return nil }
    return Int(String(decoding: last[name.upperBound...].prefix { $0 != 58 }, as: UTF8.self))
  }

  /// Returns true for a line that the runtime writes when it stops a program.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    if runtimeMarks.contains(where: { line.starts(with: $0.utf8) }) { return true }
    return ["Fatal error", "Precondition failed", "Assertion failed"].contains { mark in
      line.firstRange(of: Array((": " + mark).utf8)) != nil || line.starts(with: mark.utf8)
    }
  }

  /// Returns true for the line with which the runtime begins to describe an access conflict.
  static func isConflict(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: exclusivity.utf8) }

  /// The reason in words.
  var message: String {
    switch self {
    case .precondition: "a precondition does not hold"
    case .words(let words): words
    }
  }

  /// The next step. The runtime has no names for its reasons, so that its words have to do.
  var hint: String {
    switch self {
    case .precondition: "the condition on this line was false: print what it compares"
    case .words(let words):
      Self.hints.first { mark, _ in words.utf8.firstRange(of: mark.utf8) != nil }?.hint
        ?? "print the values that this line works with, just before it"
    }
  }

  /// What the runtime itself says, without a mark before it.
  private static let runtimeMarks = ["Could not cast value of type", exclusivity]
  private static let exclusivity = "Simultaneous accesses to "

  /// A line without the addresses in parentheses behind its types.
  private static func withoutAddresses(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line
    var text: [UInt8] = []
    while let start = rest.firstRange(of: Array(" (0x".utf8)),
      let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: ")"))
    {
      text += rest[..<start.lowerBound]
      rest = rest[(end + 1)...]
    }
    text += rest
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    return text[...]
  }

  private static let hints: [(mark: String, hint: String)] = [
    ("out of range", "indices run from 0 to count - 1"),
    ("out of bounds", "indices run from 0 to count - 1"),
    ("found nil", "unwrap with 'if let', or give a value for this case with '??'"),
    (
      "overflow",
      "the result does not fit into its type: compute in Double, or wrap round with '&+'"
    ),
    ("ivision by zero", "test the divisor first; a Double may be divided by zero"),
    ("raised at top level", "what 'try' throws ends the experiment: 'do' and 'catch' go on"),
    ("not cast value", "test with 'as?' first"),
    ("while it is in use", "copy the value before the call that changes it"),
    ("cannot be converted to", "test with 'isFinite' first, and whether the value fits"),
  ]

  private static func plain(_ text: ArraySlice<UInt8>) -> String {
    var text = Array(text)
    // "Index out of range", but not "NDArray has no …".
    if let first = text.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
      text.count > 1, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[1])
    {
      text[0] = first + 32
    }
    return String(decoding: LocalTypeNames.shortened(text), as: UTF8.self)
  }
}
