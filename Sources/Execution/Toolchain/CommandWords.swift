/// Splits a command line printed by a tool into its words.
enum CommandWords {
  /// Returns the words of a line as a POSIX shell would split it: quotation marks of both kinds and
  /// backslashes have their meaning, nothing is expanded.
  /// - Returns: nil when a quotation mark is not closed
  static func split(_ line: some Sequence<UInt8>) -> [String]? {
    var words: [String] = []
    var word: [UInt8]?
    var quote: UInt8?
    var isEscaped = false
    for byte in line {
      if isEscaped {
        word = (word ?? []) + [byte]
        isEscaped = false
      } else if byte == backslash, quote != apostrophe {
        isEscaped = true
      } else if let open = quote {
        if byte == open { quote = nil } else { word = (word ?? []) + [byte] }
      } else if byte == apostrophe || byte == quotationMark {
        quote = byte
        word = word ?? []
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        if let whole = word { words.append(String(decoding: whole, as: UTF8.self)) }
        word = nil
      } else {
        word = (word ?? []) + [byte]
      }
    }
    if quote != nil || isEscaped { return nil }
    if let whole = word { words.append(String(decoding: whole, as: UTF8.self)) }
    return words
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let quotationMark = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
