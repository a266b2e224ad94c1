/// A value of JSON, as far as the compiler writes it.
/// - Source: RFC 8259
enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  /// `true`, `false` and `null`.
  case word(String)

  /// Reads a whole text; nil when it is no JSON.
  init?(_ bytes: [UInt8]) {
    let value = bytes.withUnsafeBufferPointer { bytes -> JSONValue? in
      var reader = JSONReader(bytes: bytes)
      guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
      return value
    }
    guard let value else { return nil }
    self = value
  }

  subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}

/// Reads JSON from its first byte to its last.
private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ wanted: Character) -> Bool {
    skipSpace()
    guard byte == wanted.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < 100, let byte else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return scalar()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
      members[key] = value
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func string() -> String? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    index += 1
    let start = index
    var units: [UInt16]?
    while let byte, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        let before = units ?? Array(text(from: start).utf16)
        guard let unit = escape() else { return nil }
        units = before + [unit]
        continue
      }
      if units != nil {
        let plain = index
        while let byte = self.byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          index += 1
        }
        units?.append(contentsOf: text(from: plain).utf16)
      } else {
        index += 1
      }
    }
    guard byte != nil else { return nil }
    let found = units.map { String(decoding: $0, as: UTF16.self) } ?? text(from: start)
    index += 1
    return found
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func escape() -> UInt16? {
    index += 1
    guard let kind = byte else { return nil }
    index += 1
    switch kind {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count else { return nil }
      index += 4
      return UInt16(String(decoding: bytes[(index - 4)..<index], as: UTF8.self), radix: 16)
    default: return UInt16(kind)
    }
  }

  private mutating func scalar() -> JSONValue? {
    let start = index
    while let byte, !",]} \n\r\t".utf8.contains(byte) { index += 1 }
    let word = text(from: start)
    if ["true", "false", "null"].contains(word) { return .word(word) }
    return Double(word).map(JSONValue.number)
  }
}
