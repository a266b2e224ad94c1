/// The limits for a BibTeX file. Abbreviations can refer to each other, so a small file could
/// expand to a giant text.
enum BibTeXLimit {
  /// The size of a file, in bytes.
  static let fileSize = 50_000_000
  /// The length of one value with its abbreviations expanded, in bytes.
  static let valueLength = 100_000
  /// The total length of all expanded abbreviations in a file, in bytes.
  static let expandedLength = 8_000_000
  /// The number of findings that are reported; the rest is counted.
  static let faults = 100
  /// The number of entries that one inherits from another, one after the other.
  static let inheritanceDepth = 32
}
