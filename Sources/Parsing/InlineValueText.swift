import BookModel

/// Parses the text of a code span that refers to a published value.
enum InlineValueText {
  /// Returns true when a code span is meant to refer to a published value: it begins with `=` and a
  /// lower-case letter. A space before the `=` makes it code again.
  static func isMeant(by literal: String) -> Bool {
    var bytes = literal.utf8.makeIterator()
    return bytes.next() == 0x3D && bytes.next().map { (0x61...0x7A).contains($0) } ?? false
  }

  /// Returns the parts of `=experiment.name %.2e`, or nil when it has another form.
  static func parts(of literal: String) -> (experiment: String, name: String, format: String?)? {
    let words = literal.utf8.dropFirst().split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 1 || words.count == 2 else { return nil }
    let names = words[0].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy({ KebabCase.isValid(Array($0)[...]) }) else {
      return nil
    }
    return (
      String(Substring(names[0])), String(Substring(names[1])),
      words.count == 2 ? String(Substring(words[1])) : nil
    )
  }

  /// Parses a format `%.2f`, `%.2e` or `%.3g` with at most 17 digits.
  static func format(_ text: String) -> InlineValue.Format? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, bytes.starts(with: [0x25, 0x2E]), let letter = bytes.last,
      bytes[2..<(bytes.count - 1)].allSatisfy({ (0x30...0x39).contains($0) }),
      let digits = Int(String(decoding: bytes[2..<(bytes.count - 1)], as: UTF8.self)), digits <= 17
    else { return nil }
    switch letter {
    case UInt8(ascii: "f"): return .fixed(digits)
    case UInt8(ascii: "e"): return .scientific(digits)
    case UInt8(ascii: "g") where digits > 0: return .general(digits)
    default: return nil
    }
  }
}
