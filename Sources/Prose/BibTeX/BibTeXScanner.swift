/// Splits a BibTeX file into words, groups and quoted texts.
struct BibTeXScanner {
  private let bytes: [UInt8]
  /// The index of the next byte.
  var offset = 0
  /// True once a group was found open at the end of the file: from then on a group ends at the latest
  /// where a line begins an entry, so that the entries behind it are not lost.
  private var isUnbalanced = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var isAtEnd: Bool { offset >= bytes.count }
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Skips to the next `@`; text between entries is a comment. Returns false at the end.
  mutating func skipToEntry() -> Bool {
    while let byte = peek {
      if byte == UInt8(ascii: "@") { return true }
      if byte == UInt8(ascii: "%") { skipLine() } else { offset += 1 }
    }
    return false
  }

  private mutating func skipLine() {
    while let next = peek, next != 0x0A { offset += 1 }
  }

  /// Skips space, and comments from `%` to the end of the line.
  mutating func skipSpace() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        skipLine()
      } else if byte <= 0x20 {
        offset += 1
      } else {
        return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool { take(UInt8(ascii: scalar)) }

  /// Reads the brace or parenthesis that opens an entry, and returns the one that closes it.
  mutating func opening() -> UInt8? {
    if take("{") { return UInt8(ascii: "}") }
    return take("(") ? UInt8(ascii: ")") : nil
  }

  /// Reads the name of a type, a field or an abbreviation: all bytes but those with a meaning.
  mutating func name() -> String {
    let start = offset
    while let byte = peek, byte > 0x20, !Self.marks.contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static let marks = Set("\"#%'(),={}@".utf8)

  /// Reads a key, up to a space, a comma or the end of the entry.
  mutating func key(until closing: UInt8) -> String {
    let start = offset
    while let byte = peek, byte > 0x20, byte != closing, !Self.keyEnds.contains(byte) {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static let keyEnds = Set(",={}".utf8)

  /// Reads a group whose opening brace or parenthesis has been read, up to its end; nil when it has
  /// none.
  mutating func group(until closing: UInt8 = UInt8(ascii: "}")) -> String? {
    let start = offset
    if !isUnbalanced {
      if let text = text(until: closing) { return text }
      isUnbalanced = isAtEnd
      offset = start
    }
    return text(until: closing)
  }

  /// Reads a text up to the closing quote; nil when there is none.
  mutating func quote() -> String? { group(until: UInt8(ascii: "\"")) }

  private mutating func text(until end: UInt8) -> String? {
    let start = offset
    let isQuote = end == UInt8(ascii: "\"")
    var depth = 0
    while let byte = peek {
      switch byte {
      case end where depth == 0:
        offset += 1
        return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
      // Elsewhere a brace counts even behind a backslash.
      case UInt8(ascii: "\\") where isQuote && depth == 0:
        if offset + 1 < bytes.count, bytes[offset + 1] == end { offset += 1 }
      case UInt8(ascii: "@") where isUnbalanced && beginsEntry(at: offset): return nil
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Skips a broken field: to the comma behind it, the end of the entry, or the next entry.
  mutating func skipField(until closing: UInt8) {
    while let byte = peek, byte != UInt8(ascii: ","), byte != closing {
      if byte == UInt8(ascii: "@"), beginsEntry(at: offset) { return }
      offset += 1
      if byte == UInt8(ascii: "{"), group() == nil { return }
    }
  }

  /// Returns true for an `@` at the beginning of a line, with a word and a brace behind it.
  func beginsEntry(at place: Int) -> Bool {
    var before = place - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    guard before < 0 || bytes[before] == 0x0A || bytes[before] == 0x0D else { return false }
    var after = place + 1
    while after < bytes.count, Self.isLetter(bytes[after]) { after += 1 }
    guard after > place + 1 else { return false }
    while after < bytes.count, bytes[after] == 0x20 { after += 1 }
    return after < bytes.count
      && (bytes[after] == UInt8(ascii: "{") || bytes[after] == UInt8(ascii: "("))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Returns the first byte in a range that is not UTF-8.
  func firstDamage(in range: Range<Int>) -> Int? {
    let slice = bytes[range]
    let decoded = String(decoding: slice, as: UTF8.self).utf8
    guard !decoded.elementsEqual(slice) else { return nil }
    return zip(slice.indices, decoded).first { slice[$0] != $1 }?.0 ?? range.upperBound
  }

  /// The indices of the lines' first bytes.
  var lineStarts: [Int] { [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 } }
}
