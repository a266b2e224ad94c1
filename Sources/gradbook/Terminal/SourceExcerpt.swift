import BookModel
import Execution

/// The line that a diagnostic is about, with a caret under its column.
struct SourceExcerpt {
  /// Both lines, the first with its number in front.
  let text: String

  /// Reads the line from the chapter; nil when the diagnostic has no place, or the line is not there.
  init?(_ diagnostic: Diagnostic) {
    guard let range = diagnostic.range, let bytes = try? FileAccess.read(range.file) else {
      return nil
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(range.start.line - 1) else { return nil }
    self.init(line: lines[range.start.line - 1], at: range.start)
  }

  /// Draws a given line.
  init(line: ArraySlice<UInt8>, at position: SourcePosition) {
    let number = "\(position.line)"
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let visible = String(decoding: line.filter { $0 >= 0x20 || $0 == 0x09 }, as: UTF8.self)
    let before = String(decoding: line.prefix(max(0, position.column - 1)), as: UTF8.self)
    let padding = before.unicodeScalars.map(Self.blank).joined()
    text = """
      \(margin)\(number) | \(visible)
      \(String(repeating: " ", count: 5)) | \(padding)^
      """
  }

  /// Blanks as wide as a character on a terminal.
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
