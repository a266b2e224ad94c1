/// Estimates the width of text. The reader's font is not known, so the estimate is that of the widest
/// usual face (`FaceWidths`).
enum TextMeasure {
  /// The weight of a text.
  enum Weight {
    /// Labels and numbers.
    case regular
    /// Titles.
    case bold
  }

  /// Returns the estimated width of a text in the picture's units.
  static func width(_ text: String, size: Double, weight: Weight = .regular) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += FaceWidths.ems(scalar, weight) }
    return width * size
  }

  /// Returns the text, or as much of its beginning as fits into `width` with an ellipsis.
  static func shortened(
    _ text: String, size: Double, width: Double, weight: Weight = .regular
  ) -> String {
    if Self.width(text, size: size, weight: weight) <= width { return text }
    var result = ""
    var used = FaceWidths.ems("…", weight)
    for scalar in text.unicodeScalars {
      used += FaceWidths.ems(scalar, weight)
      if used * size > width { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }

  /// Returns the text in lines of at most `width`, broken at spaces and between Chinese characters.
  /// A word longer than a line is cut. After `most` lines the text ends in an ellipsis.
  static func lines(
    _ text: String, size: Double, width: Double, most: Int, weight: Weight = .regular
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in pieces(text, longest: width / size, weight) {
      if !line.isEmpty, Self.width(line + word, size: size, weight: weight) > width {
        lines.append(line.last == " " ? String(line.dropLast()) : line)
        line = ""
      }
      if !line.isEmpty || word != " " { line += word }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      lines.removeLast(lines.count - most)
      let last = lines[most - 1] + "…"
      lines[most - 1] =
        Self.width(last, size: size, weight: weight) <= width
        ? last : shortened(last, size: size, width: width, weight: weight)
    }
    return lines
  }

  /// Returns the text split at possible line breaks: words, spaces, single wide characters.
  private static func pieces(
    _ text: String, longest: Double, _ weight: Weight
  ) -> [String] {
    var pieces: [String] = []
    var word = ""
    var length = 0.0
    for scalar in text.unicodeScalars {
      let width = FaceWidths.ems(scalar, weight)
      // Chinese punctuation stays with the character before it.
      let isClosing = ["，", "。", "：", "；", "、", "）", "！", "？", "”"].contains(scalar)
      let breaksBefore =
        scalar == " " || FaceWidths.isWide(scalar) && !isClosing || length + width > longest
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
}
