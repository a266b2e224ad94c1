import BookModel

/// Takes apart what BibTeX writes as `Robbins, Herbert and Monro, Sutton`.
enum BibTeXNames {
  /// The names in a list; a name in braces is one name.
  static func split(_ list: String) -> [String] {
    var names: [[Substring]] = [[]]
    for word in words(of: list) {
      if word == "and" { names.append([]) } else { names[names.count - 1].append(word) }
    }
    return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// The words between spaces that stand in no brace.
  private static func words(of list: String) -> [Substring] {
    var depth = 0
    let bytes = list.utf8.split { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      return depth == 0 && [0x20, 0x09, 0x0A, 0x0D].contains(byte)
    }
    return bytes.map { Substring($0) }
  }

  /// A name, family name first with a comma, or last without one. Small words before the family name
  /// belong to it.
  static func name(_ text: String) -> BibliographyEntry.Name {
    let parts = text.split(separator: ",").map { trimmed($0) }
    if parts.count > 1, let given = parts.last {
      return BibliographyEntry.Name(family: parts.dropLast().joined(separator: ", "), given: given)
    }
    // A name of a body arrives without its braces, marked with a joiner by the reader of texts.
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
