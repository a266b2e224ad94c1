/// Finds Swift's own reason for a trap in what a program wrote to standard error.
enum TrapReason {
  /// The reason with a small first letter, such as "index out of range"; nil when there is none.
  static func read(_ errors: [UInt8]) -> String? {
    for line in errors.split(separator: UInt8(ascii: "\n")) {
      for mark in ["Fatal error: ", "Precondition failed: ", "Assertion failed: "] {
        guard let range = line.firstRange(of: Array(mark.utf8)) else { continue }
        return plain(line[range.upperBound...])
      }
      for mark in ["Fatal error", "Precondition failed", "Assertion failed"]
      where line.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
        return mark == "Precondition failed" ? "a precondition does not hold" : nil
      }
    }
    return nil
  }

  private static func plain(_ text: ArraySlice<UInt8>) -> String {
    var text = Array(text)
    // "Index out of range", but not "NDArray has no …".
    if let first = text.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
      text.count > 1, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[1])
    {
      text[0] = first + 32
    }
    return String(decoding: text, as: UTF8.self)
  }
}
