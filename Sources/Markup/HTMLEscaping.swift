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
    let bytes = replacing(Array(text.utf8)) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\"") where hasQuotes: "&quot;"
      case UInt8(ascii: "'") where hasQuotes: "&#39;"
      case 0x0D: "\u{FFFD}"
      default: nil
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
    if !text.contains(where: { isControl($0) || DisallowedCharacter.mayBegin(with: $0) }) {
      return text
    }
    return replacing(Array(text)) { _ in nil }[...]
  }

  /// Replaces control characters and noncharacters by U+FFFD, and other bytes as told.
  private static func replacing(
    _ source: [UInt8], _ replacement: (UInt8) -> StaticString?
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 64)
    var index = 0
    while index < source.count {
      let length = DisallowedCharacter.length(at: index, in: source)
      if length > 0 || isControl(source[index]) {
        bytes += "\u{FFFD}".utf8
      } else if let text = replacement(source[index]) {
        text.withUTF8Buffer { bytes += $0 }
      } else {
        bytes.append(source[index])
      }
      index += max(length, 1)
    }
    return bytes
  }

  /// Returns true for a control character other than a tab or the end of a line.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x7F:
      true
    case 0x09, 0x0A: false
    default: byte < 0x20 || DisallowedCharacter.mayBegin(with: byte)
    }
  }
}
