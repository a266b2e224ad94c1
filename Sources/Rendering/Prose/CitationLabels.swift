import BookModel

/// How the text names each work: by its authors and its year, with a letter if need be.
struct CitationLabels {
  /// The label of a work.
  struct Label: Equatable {
    /// The authors, or the title of a work without any.
    let names: String
    /// The year, with a letter when two works would have the same label.
    let year: String
    /// That letter.
    let letter: String
  }

  private var labels: [String: Label] = [:]
  /// The works, in the order of the bibliography.
  let entries: [BibliographyEntry]

  init(_ entries: [BibliographyEntry], words: InterfaceWords) {
    self.entries = entries.sorted {
      Self.order(of: $0).lexicographicallyPrecedes(Self.order(of: $1))
    }
    let plain = self.entries.map { entry in
      Label(names: Self.names(of: entry, words), year: words.year(entry.dates[.date]), letter: "")
    }
    let twins = Dictionary(grouping: plain) { [$0.names, $0.year] }.filter { $1.count > 1 }
    var used: [[String]: Int] = [:]
    for (entry, label) in zip(self.entries, plain) {
      let number = used[[label.names, label.year], default: 0]
      used[[label.names, label.year]] = number + 1
      let isAlone = twins[[label.names, label.year]] == nil
      let letter = isAlone ? "" : Self.letters(number)
      labels[entry.key] = Label(names: label.names, year: label.year + letter, letter: letter)
    }
  }

  /// The label of the work with a key; nil when there is none.
  subscript(key: String) -> Label? { labels[key] }

  /// Returns "a" for 0, "z" for 25 and "aa" for 26.
  private static func letters(_ number: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + number % 26)))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }

  private static func names(of entry: BibliographyEntry, _ words: InterfaceWords) -> String {
    let people = entry.creators?.people
    guard let people, !people.names.isEmpty else { return shortTitle(of: entry) }
    let names = people.names.map(\.familyWithParticle)
    return words.citedNames(names, more: people.hasMore || names.count > 2)
  }

  /// The longest title that stands for the authors, in characters.
  private static let longestTitle = 60

  private static func shortTitle(of entry: BibliographyEntry) -> String {
    let title = entry.fields[.label] ?? entry.fields[.shorttitle] ?? entry.fields[.title]
    guard let title = title?.plain else { return entry.key }
    guard title.count > longestTitle else { return title }
    let start = title.prefix(longestTitle)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return words + "…"
  }

  private static func order(of entry: BibliographyEntry) -> [String] {
    let names = (entry.creators?.people.names ?? []).map { $0.familyWithParticle.alphabetical }
    let title = entry.fields[.title]?.plain.alphabetical ?? ""
    let year = max(-1_000_000, min(entry.dates[.date]?.order ?? .max, 1_000_000)) + 10_000_000
    return [names.first ?? title, String(year)] + names.dropFirst() + [entry.key]
  }
}

extension String {
  /// The text as an alphabet sorts it: small letters without accents and strokes.
  fileprivate var alphabetical: String {
    var sorted = UnicodeScalarView()
    for scalar in lowercased().unicodeScalars {
      if scalar.isASCII {
        sorted.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        sorted.append(scalar.plainLetter ?? scalar)
      }
    }
    return String(sorted)
  }
}

extension Unicode.Scalar {
  /// The letter of which this one is a form, as Unicode names it: "LATIN SMALL LETTER O WITH STROKE".
  fileprivate var plainLetter: Unicode.Scalar? {
    guard let words = properties.name?.split(separator: " "), words.count > 4,
      words[0] == "LATIN", words[1] == "SMALL", words[2] == "LETTER", words[4] == "WITH",
      words[3].utf8.count == 1
    else { return nil }
    return words[3].lowercased().unicodeScalars.first
  }
}

extension BibliographyEntry {
  /// The people under whose names a work is found, with what they did: the authors, or those who did
  /// the most for a work without any.
  var creators: (role: Role, people: Names)? {
    let roles: [Role] = [.author, .editor, .translator, .holder]
    return roles.lazy.compactMap { role in self.names[role].map { (role, $0) } }
      .first { !$0.1.names.isEmpty || $0.1.hasMore }
  }
}

extension BibliographyEntry.Name {
  /// The family name with the words before it, such as "van der Vaart".
  var familyWithParticle: String { particle.isEmpty ? family : particle + " " + family }

  /// The whole name as one says it: "Guy L. Steele Jr.".
  var whole: String {
    [given, particle, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
