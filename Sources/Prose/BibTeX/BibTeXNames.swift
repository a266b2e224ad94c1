import BookModel

/// Parses BibTeX's lists of names, such as `Robbins, Herbert and Monro, Sutton`. Names are divided
/// as LaTeX, and only their parts are converted to text: braces hold words together.
///
/// - Source: Oren Patashnik, "Designing BibTeX Styles", section 4; for `given=…, family=…`, the
///   manual of BibLaTeX, section 2.3.3.
enum BibTeXNames {
  /// A name, its parts as LaTeX.
  struct Parts: Equatable {
    var given: [String] = []
    var particle: [String] = []
    var family: [String] = []
    var suffix: [String] = []
    /// True when the name has more commas than there are parts.
    var hasSurplus = false
  }

  /// Splits a list at each `and` outside braces.
  static func split(_ list: String) -> (names: [String], hasMore: Bool) {
    var names: [[String]] = [[]]
    for word in Array(list.utf8).pieces(where: { $0.isSpace(at: $1) }) {
      if word.lowercased() == "and" {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    let all = names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    let hasMore = all.last == "others"
    return (hasMore ? all.dropLast() : all, hasMore)
  }

  /// Divides a name: "First von Last", "von Last, First" or "von Last, Jr, First".
  static func parts(of name: String) -> Parts {
    let bytes = Array(name.utf8)
    var sections = bytes.pieces(omittingEmpty: false) { $0[$1] == UInt8(ascii: ",") }
    if let extended = extended(sections) { return extended }
    // A comma with nothing behind it divides nothing.
    while sections.count > 1, words(of: sections[sections.count - 1]).isEmpty {
      sections.removeLast()
    }
    var parts = Parts()
    if sections.count > 3 {
      parts.hasSurplus = true
      sections[2...] = [sections[2...].joined(separator: " ")]
    }
    guard sections.count > 1 else {
      let all = words(of: sections[0])
      let start = all.firstIndex(where: isParticle) ?? max(all.count - 1, 0)
      parts.given = Array(all[..<start])
      divide(all[start...], into: &parts)
      return parts
    }
    divide(words(of: sections[0])[...], into: &parts)
    parts.given = words(of: sections[sections.count - 1])
    if sections.count == 3 { parts.suffix = words(of: sections[1]) }
    return parts
  }

  /// Divides "von Last": the last word that begins with a small letter ends the particle, but the
  /// very last word always belongs to the family name.
  private static func divide(_ words: ArraySlice<String>, into parts: inout Parts) {
    let last = words.dropLast().lastIndex(where: isParticle)
    let start = last.map { $0 + 1 } ?? words.startIndex
    parts.particle = Array(words[..<start])
    parts.family = Array(words[start...])
  }

  /// Returns the words, which spaces and ties outside braces divide.
  private static func words(of text: String) -> [String] {
    Array(text.utf8).pieces { bytes, index in
      if bytes.isSpace(at: index) { return true }
      let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
      if bytes[index] == UInt8(ascii: "~") { return !isEscaped }
      let isEscape = bytes[index] == UInt8(ascii: "\\") && !isEscaped
      return isEscape && index + 1 < bytes.count && bytes.isSpace(at: index + 1)
    }
  }

  /// Returns true when the first letter of a word is small. Letters in braces do not count, except
  /// those of a command such as `{\"o}`.
  private static func isParticle(_ word: String) -> Bool {
    var rest = Substring(word).unicodeScalars
    var depth = 0
    while let scalar = rest.popFirst() {
      if scalar == "{" {
        depth += 1
        if depth == 1, rest.first == "\\" { return isSmall(afterCommand: rest.dropFirst()) }
      } else if scalar == "}" {
        depth -= 1
      } else if depth == 0, scalar.properties.isAlphabetic {
        return scalar.properties.isLowercase
      }
    }
    return false
  }

  private static func isSmall(afterCommand rest: Substring.UnicodeScalarView) -> Bool {
    let name = rest.prefix { $0.properties.isAlphabetic }
    let letters = rest[(name.isEmpty ? rest.index(after: rest.startIndex) : name.endIndex)...]
      .prefix { $0 != "}" }
    let letter = letters.first { $0.properties.isAlphabetic }
    if let letter { return letter.properties.isLowercase }
    // The name of a letter, such as \o.
    return LaTeXCommands.texts[String(name)] != nil && name.first?.properties.isLowercase == true
  }

  // MARK: Extended names

  /// Divides "given=Hans, family=Harman, prefix=von"; nil for a name in another form.
  private static func extended(_ sections: [String]) -> Parts? {
    var parts = Parts()
    var hasAny = false
    for section in sections {
      // A section with a comma in it is within quotes or braces.
      let text = section.trimmed.unquoted
      guard let equals = text.firstIndex(of: "=") else { return nil }
      let words = words(of: String(text[text.index(after: equals)...]).trimmed.unquoted)
      switch text[..<equals].lowercased().trimmed {
      case "given": parts.given = words
      case "family": parts.family = words
      case "prefix": parts.particle = words
      case "suffix": parts.suffix = words
      // Initials and options.
      case let name where name.hasSuffix("-i") || options.contains(name): break
      default: return nil
      }
      hasAny = true
    }
    return hasAny ? parts : nil
  }

  private static let options: Set<String> = [
    "id", "useprefix", "sortingnamekeytemplatename", "nametemplates", "gender", "hash",
  ]
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The text without a quote at each end.
  fileprivate var unquoted: String {
    utf8.count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}

extension [UInt8] {
  fileprivate func isSpace(at index: Int) -> Bool { self[index] <= 0x20 }

  /// Returns the pieces between separators outside braces.
  fileprivate func pieces(
    omittingEmpty: Bool = true, where isSeparator: ([UInt8], Int) -> Bool
  ) -> [String] {
    var pieces: [String] = []
    var (start, depth) = (0, 0)
    func add(_ end: Int) {
      guard end > start || !omittingEmpty else { return }
      pieces.append(String(decoding: self[start..<end], as: UTF8.self))
    }
    for index in indices {
      if depth == 0, isSeparator(self, index) {
        add(index)
        start = index + 1
      } else if self[index] == UInt8(ascii: "{") {
        depth += 1
      } else if self[index] == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    add(count)
    return pieces
  }
}
