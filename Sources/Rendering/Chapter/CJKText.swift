import Markdown

/// Chinese has no spaces between words: a line's end in the chapter's text must not become one.
enum CJKText {
  /// Returns true when the characters before and after a line's end are Chinese.
  static func joins(_ before: MarkdownNode?, _ after: MarkdownNode?) -> Bool {
    guard let last = before?.plainText.unicodeScalars.last,
      let first = after?.plainText.unicodeScalars.first
    else { return false }
    return isWide(last) && isWide(first)
  }

  /// Returns true when a character is a Chinese one or punctuation of the same width.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
