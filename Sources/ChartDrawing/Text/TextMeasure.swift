/// Estimates the width of text. The reader's font is not known, so the estimate is generous.
enum TextMeasure {
  /// Returns the estimated width of a text in the picture's units.
  static func width(_ text: String, size: Double) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += widthInEms(scalar) }
    return width * size
  }

  /// Returns the text, or as much of its beginning as fits into `width` with an ellipsis.
  static func shortened(_ text: String, size: Double, width: Double) -> String {
    if Self.width(text, size: size) <= width { return text }
    var result = ""
    var used = 0.6
    for scalar in text.unicodeScalars {
      used += widthInEms(scalar)
      if used * size > width { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }

  /// Returns the text in lines of at most `width`, broken at spaces and between Chinese characters.
  /// A word longer than a line is cut. After `most` lines the text ends in an ellipsis.
  static func lines(_ text: String, size: Double, width: Double, most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in pieces(text, longest: width / size) {
      if !line.isEmpty, Self.width(line + word, size: size) > width {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty || word != " " { line += word }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      lines.removeLast(lines.count - most)
      lines[most - 1] += "…"
    }
    return lines
  }

  /// Returns the text split at possible line breaks: words, spaces, single wide characters.
  private static func pieces(_ text: String, longest: Double) -> [String] {
    var pieces: [String] = []
    var word = ""
    var length = 0.0
    for scalar in text.unicodeScalars {
      let width = widthInEms(scalar)
      // Chinese punctuation stays with the character before it.
      let isClosing = ["，", "。", "：", "；", "、", "）", "！", "？", "”"].contains(scalar)
      let breaksBefore = scalar == " " || width >= 1 && !isClosing || length + width > longest
      if breaksBefore, !word.isEmpty {
        pieces.append(word)
        (word, length) = ("", 0)
      }
      word.unicodeScalars.append(scalar)
      length += width
      if scalar == " " {
        pieces.append(word)
        (word, length) = ("", 0)
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  private static func widthInEms(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x2070...0x209F, 0xB2, 0xB3, 0xB9: 0.42
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFF:
      1
    case 0x20, 0x21, 0x27...0x29, 0x2C...0x2E, 0x3A, 0x3B, 0x69, 0x6A, 0x6C: 0.34
    case 0x41...0x5A: 0.7
    case 0x6D, 0x77: 0.88
    default: 0.6
    }
  }
}
