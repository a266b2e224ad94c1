/// A tag of HTML as an author writes it.
struct RawTag: Equatable {
  /// The elements that a chapter may hold.
  enum Element: String, CaseIterable {
    case kbd
    case sub
    case sup
    case mark
    case br
    case a
    case details
    case summary

    /// True for an element that has no end tag.
    var isVoid: Bool { self == .br }
  }

  /// The element; nil for one that a chapter may not hold.
  let element: Element?
  let isEnd: Bool
  /// The attributes by their names in small letters.
  let attributes: [String: String]

  /// Reads the tag between `<` and `>`; nil when the text is none.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    guard bytes.popFirst() == UInt8(ascii: "<"), bytes.popLast() == UInt8(ascii: ">") else {
      return nil
    }
    isEnd = bytes.first == UInt8(ascii: "/")
    if isEnd { bytes = bytes.dropFirst() }
    let name = bytes.prefix(while: Self.isNamePart)
    guard let first = name.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    else { return nil }
    element = Element(rawValue: String(decoding: name, as: UTF8.self).lowercased())
    attributes = Self.attributes(in: bytes[name.endIndex...])
  }

  /// True when the chapter may hold the tag as it is.
  var isHarmless: Bool {
    switch element {
    case nil: false
    case .a where !isEnd: name != nil && attributes.count == 1
    case .details where !isEnd: attributes.keys.allSatisfy { $0 == "open" }
    default: attributes.isEmpty
    }
  }

  /// The anchor that an `a` names.
  var name: String? {
    let name = attributes["id"] ?? attributes["name"]
    return name.flatMap { $0.isEmpty || $0.utf8.contains { $0 <= 0x20 } ? nil : $0 }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte > 0x20 && !"/>=\"'".utf8.contains(byte)
  }

  private static func attributes(in bytes: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = bytes
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let name = rest.prefix(while: isNamePart)
      guard !name.isEmpty else { return attributes }
      rest = rest[name.endIndex...].drop { $0 <= 0x20 }
      var value = ArraySlice<UInt8>()
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[min(value.endIndex + 1, rest.endIndex)...]
        } else {
          value = rest.prefix { $0 > 0x20 }
          rest = rest[value.endIndex...]
        }
      }
      attributes[String(decoding: name, as: UTF8.self).lowercased()] =
        String(decoding: value, as: UTF8.self)
    }
  }
}
