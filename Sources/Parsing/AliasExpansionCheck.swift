/// Detects YAML in which a few anchors and many aliases expand to a giant text. Anchors are refused
/// anyway; this finds such texts before the YAML parser expands them.
enum AliasExpansionCheck {
  /// Returns the index of the first anchor in a text with more aliases than could be meant as
  /// emphasis.
  static func firstAnchor(in yaml: ArraySlice<UInt8>) -> Int? {
    var anchor: Int?
    var aliases = 0
    for index in yaml.indices.dropLast() {
      let byte = yaml[index]
      guard byte == 0x26 || byte == 0x2A, !isSpace(yaml[index + 1]) else { continue }
      if index > yaml.startIndex, !beginsValue(after: yaml[index - 1]) { continue }
      if byte == 0x26 { anchor = anchor ?? index } else { aliases += 1 }
    }
    return aliases > 8 ? anchor : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Returns true for a byte after which a value can begin: space, or one of `[`, `{`, `,`.
  private static func beginsValue(after byte: UInt8) -> Bool {
    isSpace(byte) || byte == 0x5B || byte == 0x7B || byte == 0x2C
  }
}
