/// The signs that authors type, as typesetters set them: apostrophes and quotation marks, dashes, three
/// dots, and spaces within numbers, at which no line ends.
public enum TypographicText {
  /// Returns a text with its signs replaced.
  /// - Parameters:
  ///   - text: running text; addresses are left as they are
  ///   - previous: the character before the text; nil at the start of a paragraph
  public static func text(_ text: String, after previous: Unicode.Scalar? = nil) -> String {
    guard mayChange(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let before = place > 0 ? scalars[place - 1] : previous
      let (sign, length) = sign(at: place, of: scalars, after: before)
      if let sign { result.append(sign) } else { result += scalars[place..<place + length] }
      place += length
    }
    return String(String.UnicodeScalarView(result))
  }

  /// Returns false for most texts, at the cost of a look at their bytes.
  private static func mayChange(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): return !isAddress(text)
      case UInt8(ascii: "-") where last == byte, UInt8(ascii: ".") where last == byte,
        // The second byte of `·`.
        0xB7 where last == 0xC2:
        return !isAddress(text)
      default: last = byte
      }
    }
    return false
  }

  private static func isAddress(_ text: String) -> Bool {
    if text.utf8.starts(with: "www.".utf8) { return true }
    var rest = text.utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[colon...].dropFirst()
      if rest.starts(with: "//".utf8) { return true }
    }
    return false
  }

  /// Returns the sign that replaces the characters at a place, and their number; no sign when they stay.
  private static func sign(
    at place: Int, of scalars: [Unicode.Scalar], after previous: Unicode.Scalar?
  ) -> (Unicode.Scalar?, Int) {
    let next = place + 1 < scalars.count ? scalars[place + 1] : nil
    switch scalars[place] {
    case "'", "\"":
      if isWide(previous) || isWide(next) { return (nil, 1) }
      let opens =
        opensQuotation(after: previous) && next.map { !isBlank($0) } ?? true
      if scalars[place] == "\"" { return (opens ? "“" : "”", 1) }
      // ’90s, rock ’n’ roll: what is left out stands before a digit.
      return (opens && !(next.map(isDigit) ?? false) ? "‘" : "’", 1)
    case "-":
      let length = run(of: "-", at: place, in: scalars)
      let after = place + length < scalars.count ? scalars[place + length] : nil
      // An option such as --watch is no dash.
      let isOption =
        opensQuotation(after: previous) && after.map { !isBlank($0) } ?? false
      // Beside a bar they belong to a table that is none.
      let isRule = bars(beside: place..<place + length, in: scalars)
      if length == 3 { return (isRule ? nil : "—", 3) }
      return (length == 2 && !isOption && !isRule ? "–" : nil, length)
    case ".":
      let length = run(of: ".", at: place, in: scalars)
      return (length == 3 ? "…" : nil, length)
    case " ":
      let isInNumber = isPower(scalars, dot: place + 1) || isPower(scalars, dot: place - 1)
      return (isInNumber ? "\u{A0}" : nil, 1)
    default: return (nil, 1)
    }
  }

  private static func run(of scalar: Unicode.Scalar, at place: Int, in scalars: [Unicode.Scalar])
    -> Int
  {
    scalars[place...].prefix { $0 == scalar }.count
  }

  private static func bars(beside range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    scalars[..<range.lowerBound].last { !isSpace($0) } == "|"
      || scalars[range.upperBound...].first { !isSpace($0) } == "|"
  }

  private static func opensQuotation(after previous: Unicode.Scalar?) -> Bool {
    guard let previous else { return true }
    return isBlank(previous) || "([{“‘—–/".unicodeScalars.contains(previous)
  }

  /// Returns true for the dot of `4.9 · 10⁻⁵`.
  private static func isPower(_ scalars: [Unicode.Scalar], dot: Int) -> Bool {
    guard dot >= 2, dot + 4 < scalars.count, scalars[dot] == "·" else { return false }
    return isDigit(scalars[dot - 2]) && isSpace(scalars[dot - 1]) && isSpace(scalars[dot + 1])
      && scalars[dot + 2] == "1" && scalars[dot + 3] == "0"
      && "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalars[dot + 4])
  }

  /// Returns true for every character that Unicode calls white space. The standard library's own table of
  /// properties would make a live page some kilobytes longer.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Returns true for a Chinese character: authors type the quotation marks around those themselves.
  private static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFF60).contains($0.value) }
      ?? false
  }
}
