/// Turns text into HTML that shows it.
///
/// It works on UTF-8 bytes: a quote followed by a combining accent is one Character, and would
/// slip through an escaping by Characters.
public enum HTMLEscaping {
  /// The text with `&`, `<`, `>`, `"` and `'` as references, fit for an element's content and for
  /// a quoted attribute. Control characters and noncharacters, which HTML does not allow, become
  /// U+FFFD.
  public static func escaped(_ text: String) -> String {
    references(text, hasQuotes: true)
  }

  /// The text fit for an element's content, but not for an attribute: quotes stay as they are.
  public static func escapedContent(_ text: String) -> String {
    references(text, hasQuotes: false)
  }

  private static func references(_ text: String, hasQuotes: Bool) -> String {
    if !text.utf8.contains(where: isSpecial) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 64)
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      let byte = source[index]
      let length = Noncharacter.length(at: index, in: source)
      index += max(length, 1)
      switch byte {
      case _ where length > 0: bytes += "\u{FFFD}".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where hasQuotes: bytes += "&quot;".utf8
      case UInt8(ascii: "'") where hasQuotes: bytes += "&#39;".utf8
      case 0x09, 0x0A, 0x20...0x7E: bytes.append(byte)
      case ..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces the control characters and noncharacters that HTML does not allow, and XML neither, by
  /// U+FFFD.
  public static func replacingControls(in text: String) -> String {
    String(decoding: replacingControls(in: Array(text.utf8)[...]), as: UTF8.self)
  }

  /// Replaces control characters and noncharacters in UTF-8.
  public static func replacingControls(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isControl(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
    }
    if !text.contains(where: { isControl($0) || Noncharacter.mayBegin(with: $0) }) { return text }
    let source = Array(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 64)
    var index = 0
    while index < source.count {
      let length = Noncharacter.length(at: index, in: source)
      if length > 0 || isControl(source[index]) {
        bytes += "\u{FFFD}".utf8
      } else {
        bytes.append(source[index])
      }
      index += max(length, 1)
    }
    return bytes[...]
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x7F:
      true
    case 0x09, 0x0A: false
    default: byte < 0x20 || Noncharacter.mayBegin(with: byte)
    }
  }
}
