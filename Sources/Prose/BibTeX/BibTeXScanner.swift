/// Splits a BibTeX file into words and groups.
struct BibTeXScanner {
  /// A field's value, and the index of its first byte.
  struct Value: Equatable {
    let text: String
    let offset: Int
  }

  private let bytes: [UInt8]
  /// The index of the next byte.
  var offset = 0
  /// True when the closing brace of the current entry has been read.
  var wasClosed = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Skips to the next `@`; text between entries is a comment. Returns false at the end.
  mutating func skipToEntry() -> Bool {
    wasClosed = false
    while let byte = peek {
      if byte == UInt8(ascii: "@") { return true }
      if byte == UInt8(ascii: "%") {
        while let next = peek, next != 0x0A { offset += 1 }
      } else {
        offset += 1
      }
    }
    return false
  }

  /// Skips to the next line that begins with `@`.
  mutating func skipToNextLineWithEntry() {
    while offset < bytes.count {
      let isLineStart = offset > 0 && bytes[offset - 1] == 0x0A
      if isLineStart, bytes[offset] == UInt8(ascii: "@") { return }
      offset += 1
    }
  }

  mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  /// Reads a word: letters, digits, and the other characters of names.
  mutating func word() -> String {
    let start = offset
    while let byte = peek, Self.isWord(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Reads a key, up to a comma or a closing brace.
  mutating func key() -> String {
    let start = offset
    while let byte = peek, CitationKey.belongs(byte) { offset += 1 }
    if peek == UInt8(ascii: "}") {
      offset += 1
      wasClosed = true
      return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Reads a group whose opening brace has been read, up to its closing brace; nil when there is
  /// none.
  mutating func group() -> String? { text(until: UInt8(ascii: "}")) }

  /// Reads a text up to the closing quote; nil when there is none.
  mutating func quote() -> String? { text(until: UInt8(ascii: "\"")) }

  private mutating func text(until end: UInt8) -> String? {
    let start = offset
    var depth = 0
    while let byte = peek {
      if byte == end, depth == 0 {
        offset += 1
        return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
      }
      switch byte {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth < 0 { return nil }
      offset += 1
    }
    return nil
  }

  /// Returns the 1-based line and column of a byte.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, offset - start + 1)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
