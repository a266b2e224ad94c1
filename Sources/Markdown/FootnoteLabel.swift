/// The label of a footnote: any text without spaces and square brackets. Upper and lower case are the
/// same, as on GitHub.
public enum FootnoteLabel {
  /// The prefix of the labels of margin notes, which have no number.
  public static let margin = "margin-"

  /// Returns bytes as a label, or nil when they are not a valid one.
  public static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.allSatisfy(belongs) else { return nil }
    return String(
      decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Returns true for a byte that may be part of a label.
  public static func belongs(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
  }
}
