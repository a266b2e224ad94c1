/// The scalars of several bytes that HTML does not allow, found in UTF-8: the control characters from
/// U+0080 to U+009F, and those that Unicode keeps free of characters, such as U+FFFE.
/// - Source: HTML, "Preprocessing the input stream"
enum DisallowedCharacter {
  /// Returns true when a byte may be the first of one.
  static func mayBegin(with byte: UInt8) -> Bool { byte == 0xC2 || byte >= 0xEF }

  /// The length in bytes of the one that begins at an index; 0 when there is none.
  static func length(at index: Int, in bytes: [UInt8]) -> Int {
    guard mayBegin(with: bytes[index]) else { return 0 }
    if bytes[index] == 0xC2 {
      return index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
    }
    let length = bytes[index] == 0xEF ? 3 : 4
    guard index + length <= bytes.count else { return 0 }
    let (second, last) = (bytes[index + 1], bytes[index + length - 1])
    if length == 3, second == 0xB7 { return (0x90...0xAF).contains(last) ? 3 : 0 }
    // The last two of each plane: their lower 16 bits are FFFE or FFFF.
    let isEnd = second & 0x0F == 0x0F && bytes[index + length - 2] == 0xBF && last >= 0xBE
    return isEnd && (length == 4 || second == 0xBF) ? length : 0
  }
}
