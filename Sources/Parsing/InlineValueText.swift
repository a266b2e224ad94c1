import BookModel

/// Reads what stands between the backticks of a code span that names a published value.
enum InlineValueText {
  /// Whether a code span names a published value, rightly or wrongly: `=` and a small letter. A space
  /// before the `=` makes it code again.
  static func isMeant(by literal: String) -> Bool {
    var bytes = literal.utf8.makeIterator()
    return bytes.next() == 0x3D && bytes.next().map { (0x61...0x7A).contains($0) } ?? false
  }

  /// The parts of `=experiment.name %.2e`; nil when it is written differently.
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

  /// The format that `%.2f`, `%.2e` or `%.3g` stands for; at most 17 digits.
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
