/// Collects JSON.
struct JSONText {
  /// True for text that stands in a page, where no string may end the element around it.
  var isInPage = false
  /// The text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Adds punctuation.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Adds a string with its quotes.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      case UInt8(ascii: "<") where isInPage: bytes += "\\u003c".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
