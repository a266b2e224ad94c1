/// How much a BibTeX file may hold. Abbreviations are made of abbreviations, so a small file can stand
/// for a giant one.
enum BibTeXLimit {
  /// The most bytes of a file.
  static let fileSize = 8_000_000
  /// The most bytes of one value, its abbreviations written out.
  static let valueLength = 100_000
  /// The most bytes that all uses of abbreviations in a file stand for.
  static let expandedLength = 8_000_000
  /// The most faults that are reported; behind the last the file is not read.
  static let faults = 100
}
