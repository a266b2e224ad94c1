/// Validates ids: lower-case letters and digits, in parts separated by single hyphens.
enum KebabCase {
  /// Returns true when a text is a valid id.
  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    return text.split(separator: 0x2D, omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy(isPlain)
    }
  }

  /// Returns the text converted to an id, or nil when nothing is left of it.
  static func suggestion(for text: ArraySlice<UInt8>) -> String? {
    let small = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let parts = small.split { !isPlain($0) }
    return parts.isEmpty
      ? nil : String(decoding: Array(parts.joined(separator: [0x2D])), as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
