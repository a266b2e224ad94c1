/// A line of front matter with a known key, read without YAML.
struct FrontMatterLine {
  let key: FrontMatterKey
  /// The text after the colon, without quotes around it.
  let value: String

  /// Reads a line; nil when it does not begin with a known key and a colon.
  init?(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: 0x3A),
      let key = FrontMatterKey(rawValue: String(decoding: line[..<colon], as: UTF8.self))
    else { return nil }
    self.key = key
    var value = Self.trimmed(String(decoding: line[(colon + 1)...], as: UTF8.self)).utf8[...]
    if let quote = value.first, quote == 0x22 || quote == 0x27 {
      value = value.dropFirst()
      if value.last == quote { value = value.dropLast() }
    }
    self.value = String(Substring(value))
  }

  /// Returns a text without surrounding space or newlines, as YAML's folded texts have.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let start = text.utf8.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(Substring(start[...last]))
  }
}
