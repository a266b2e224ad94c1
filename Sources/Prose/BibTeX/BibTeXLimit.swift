/// The limits for a BibTeX file. Abbreviations can refer to each other, so a small file could
/// expand to a giant text.
enum BibTeXLimit {
  /// The size of a file, in bytes.
  static let fileSize = 8_000_000
  /// The length of one value with its abbreviations expanded, in bytes.
  static let valueLength = 100_000
  /// The total length of all expanded abbreviations in a file, in bytes.
  static let expandedLength = 8_000_000
  /// The number of errors that are reported; reading stops after the last.
  static let faults = 100
}
