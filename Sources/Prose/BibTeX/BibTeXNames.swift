import BookModel

/// Parses BibTeX's lists of names, such as `Robbins, Herbert and Monro, Sutton`.
enum BibTeXNames {
  /// Splits a list at each `and` outside braces.
  static func split(_ list: String) -> [String] {
    var names: [[Substring]] = [[]]
    for word in words(of: list) {
      if word == "and" { names.append([]) } else { names[names.count - 1].append(word) }
    }
    return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Returns the words, separated by spaces outside braces.
  private static func words(of list: String) -> [Substring] {
    var depth = 0
    let bytes = list.utf8.split { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      return depth == 0 && [0x20, 0x09, 0x0A, 0x0D].contains(byte)
    }
    return bytes.map { Substring($0) }
  }

  /// Parses a name with the family name first and a comma, or with the family name last. Lower-case
  /// words before the family name belong to it.
  static func name(_ text: String) -> BibliographyEntry.Name {
    let parts = text.split(separator: ",").map { trimmed($0) }
    if parts.count > 1, let given = parts.last {
      return BibliographyEntry.Name(family: parts.dropLast().joined(separator: ", "), given: given)
    }
    // The name of an organization has lost its braces; `LaTeXText` marked it with no-break spaces.
    if text.unicodeScalars.contains("\u{A0}") || !text.utf8.contains(0x20) {
      return BibliographyEntry.Name(family: text)
    }
    let words = text.split(separator: " ")
    let particle = words.dropLast().firstIndex { word in
      word.unicodeScalars.first.map { ("a"..."z").contains($0) } ?? false
    }
    let start = particle ?? words.count - 1
    return BibliographyEntry.Name(
      family: words[start...].joined(separator: " "),
      given: words[..<start].joined(separator: " "))
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
