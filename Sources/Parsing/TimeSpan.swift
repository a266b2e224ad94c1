/// Parses a duration: `10s`, `0.5s`, `500ms`.
enum TimeSpan {
  /// Returns the number of seconds, or nil when the text has another form.
  static func seconds(_ text: ArraySlice<UInt8>) -> Double? {
    let digits = text.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard let first = digits.first, let last = digits.last, first != 0x2E, last != 0x2E,
      let number = Double(String(decoding: digits, as: UTF8.self))
    else { return nil }
    switch String(decoding: text[digits.endIndex...], as: UTF8.self) {
    case "s": return number
    case "ms": return number / 1000
    default: return nil
    }
  }
}
