import BookModel
import Execution
import Files

/// The source line of a diagnostic, with a caret under its column. Of a long line only the part
/// around the column is shown.
struct SourceExcerpt {
  /// The largest number of characters that are shown on either side of the column.
  static let reach = 60

  /// Both lines; the first begins with its number.
  let text: String

  /// Reads the line from the chapter; nil when the diagnostic has no range, or there is no such
  /// line.
  init?(_ diagnostic: Diagnostic) {
    guard let range = diagnostic.range, let bytes = try? FileAccess.read(range.file) else {
      return nil
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(range.start.line - 1) else { return nil }
    self.init(line: lines[range.start.line - 1], at: range.start)
  }

  /// Formats a given line.
  init(line: ArraySlice<UInt8>, at position: SourcePosition) {
    let number = "\(position.line)"
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let column = line.index(
      line.startIndex, offsetBy: max(0, position.column - 1), limitedBy: line.endIndex)
    // A character has at most four bytes.
    let split = column ?? line.endIndex
    var before = Self.scalars(line[..<split].suffix(4 * (Self.reach + 1)))
    var after = Self.scalars(line[split...].prefix(4 * (Self.reach + 1)))
    let isCutBefore = before.count > Self.reach
    let isCutAfter = after.count > Self.reach
    before = Array(before.suffix(Self.reach))
    after = Array(after.prefix(Self.reach))
    let dots: (String, String) = (isCutBefore ? "… " : "", isCutAfter ? " …" : "")
    let padding = String(repeating: " ", count: dots.0.unicodeScalars.count)
    let shown = String(String.UnicodeScalarView((before + after).filter(Self.isVisible)))
    text = """
      \(margin)\(number) | \(dots.0)\(shown)\(dots.1)
      \(String(repeating: " ", count: 5)) | \(padding)\(before.map(Self.blank).joined())^
      """
  }

  /// Returns the characters of a part of a line, which may start or end within a character.
  private static func scalars(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).unicodeScalars)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 || scalar.value == 0x09
  }

  /// Returns blanks with the width of a character on a terminal.
  private static func blank(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0..<0x20, 0x300..<0x370: ""
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0x1F300..<0x1F650, 0x20000..<0x40000:
      "  "
    default: " "
    }
  }
}
