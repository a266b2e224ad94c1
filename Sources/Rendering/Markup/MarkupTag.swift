/// One tag of markup that the renderer wrote: well-formed, with every attribute in double quotes.
struct MarkupTag {
  /// An attribute's name and value, as places in the bytes.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  /// Where the tag stands, angle brackets included.
  let range: Range<Int>
  /// Where the element's name stands.
  let name: Range<Int>
  /// Its attributes in their order.
  let attributes: [Attribute]
  /// Whether it is `</name>`.
  let isClosing: Bool
  /// Whether it is `<name/>`.
  let isEmpty: Bool

  /// The tag that begins at a `<`; nil for a comment or a declaration.
  init?(at start: Int, in bytes: [UInt8]) {
    var place = start + 1
    isClosing = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isClosing { place += 1 }
    guard place < bytes.count, Self.belongsToName(bytes[place]) else { return nil }
    name = Self.name(at: place, in: bytes)
    place = name.upperBound
    var attributes: [Attribute] = []
    var isEmpty = false
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if Self.belongsToName(bytes[place]) {
        let attribute = Self.attribute(at: place, in: bytes)
        attributes.append(attribute)
        let isQuoted =
          !attribute.value.isEmpty || attribute.value.lowerBound > attribute.name.upperBound
        place = attribute.value.upperBound + (isQuoted ? 1 : 0)
      } else {
        isEmpty = bytes[place] == UInt8(ascii: "/")
        place += 1
      }
    }
    self.attributes = attributes
    self.isEmpty = isEmpty
    range = start..<min(place + 1, bytes.count)
  }

  /// Whether markup holds a tag that begins in such a way.
  static func holds(_ beginning: StaticString, in bytes: [UInt8]) -> Bool {
    let length = beginning.utf8CodeUnitCount
    return bytes.withUnsafeBufferPointer { bytes in
      beginning.withUTF8Buffer { beginning in
        bytes.indices.contains { start in
          bytes[start] == beginning[0] && start + length <= bytes.count
            && bytes[start..<start + length].elementsEqual(beginning)
        }
      }
    }
  }

  /// The value of an attribute; nil without it.
  func value(of attribute: StaticString, in bytes: [UInt8]) -> String? {
    let found = attributes.first { Self.equal(bytes, $0.name, attribute) }
    return found.map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }

  /// Whether it is a tag of such an element.
  func isNamed(_ name: StaticString, in bytes: [UInt8]) -> Bool {
    Self.equal(bytes, self.name, name)
  }

  private static func attribute(at start: Int, in bytes: [UInt8]) -> Attribute {
    let name = name(at: start, in: bytes)
    let open = name.upperBound + 1
    guard open < bytes.count, bytes[name.upperBound] == UInt8(ascii: "="),
      bytes[open] == UInt8(ascii: "\"")
    else { return Attribute(name: name, value: name.upperBound..<name.upperBound) }
    var end = open + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    return Attribute(name: name, value: open + 1..<end)
  }

  private static func name(at start: Int, in bytes: [UInt8]) -> Range<Int> {
    var end = start
    while end < bytes.count, belongsToName(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func belongsToName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount
      && name.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }
}
