import BookModel

/// Makes the entry that pages show of one as it stands in a BibTeX file.
struct BibLaTeXEntryReader {
  private let source: BibTeXEntry
  private let type: String
  private var fields: [String: BibTeXEntry.Value]
  /// The findings in the texts.
  private(set) var faults: [BibTeXFault] = []

  /// Begins with an entry and its fields, the inherited ones among them.
  init(_ source: BibTeXEntry, fields: [String: BibTeXEntry.Value]) {
    self.source = source
    self.fields = fields
    let alias = Self.typeAliases[source.type]
    type = alias?.type ?? source.type
    for (old, new) in Self.fieldAliases where self.fields[new] == nil {
      self.fields[new] = self.fields[old]
    }
    if let kind = alias?.kind, self.fields["type"] == nil {
      self.fields["type"] = BibTeXEntry.Value(
        text: kind, offset: source.offset, isContiguous: false)
    }
  }

  /// Returns the entry.
  mutating func read() -> BibliographyEntry {
    var entry = BibliographyEntry(key: source.key, type: type)
    for role in BibliographyEntry.Role.allCases {
      if let value = fields[role.rawValue] { entry.names[role] = names(value) }
    }
    for field in BibliographyEntry.Field.allCases {
      guard let value = fields[field.rawValue] else { continue }
      let text = text(value)
      if !text.isEmpty { entry.fields[field] = text }
    }
    entry.fields[.pages] = fields["pages"].map { FormattedText(Self.pages(text($0).plain)) }
    readDates(into: &entry)
    entry.links = BibLaTeXLinks(fields).links
    checkCompleteness(of: entry)
    faults.sort { $0.offset < $1.offset }
    return entry
  }

  // MARK: Texts

  private mutating func text(_ value: BibTeXEntry.Value) -> FormattedText {
    let read = LaTeXText(value.text)
    for fault in read.faults {
      let place = value.place(of: fault.offset)
      switch fault.kind {
      case .command(let command):
        note(
          "unknown LaTeX command '\(command)'; it is left out", at: place,
          hint: "write the character itself: the file is UTF-8")
      case .formula(let tex):
        note(
          "the formula '$\(tex)$' is not understood; it is shown as text", at: place,
          hint: "write it with the commands that formulas in chapters have")
      }
    }
    return read.text
  }

  private mutating func note(_ message: String, at offset: Int, hint: String) {
    faults.append(BibTeXFault(offset: offset, message: message, hint: hint, isLoss: false))
  }

  private mutating func names(_ value: BibTeXEntry.Value) -> BibliographyEntry.Names {
    let list = BibTeXNames.split(value.text)
    let names = list.names.compactMap { name -> BibliographyEntry.Name? in
      let parts = BibTeXNames.parts(of: name)
      if parts.hasSurplus {
        note(
          "the name '\(name)' has more than two commas", at: value.offset,
          hint: "write 'and' between two names, and 'Last, Jr, First' for one")
      }
      func text(_ words: [String]) -> String {
        var value = value
        (value.text, value.isContiguous) = (words.joined(separator: " "), false)
        return self.text(value).plain
      }
      // A list may have options among its names.
      if parts.family.isEmpty, parts.given.isEmpty { return nil }
      return BibliographyEntry.Name(
        family: text(parts.family), given: text(parts.given), particle: text(parts.particle),
        suffix: text(parts.suffix))
    }
    let hasOthers = names.last?.whole.lowercased().hasPrefix("et al") ?? false
    return BibliographyEntry.Names(
      hasOthers ? names.dropLast() : names, hasMore: list.hasMore || hasOthers)
  }

  /// Returns a list of pages in which dashes stand between the first and the last.
  static func pages(_ text: String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let dashes = part.indices.filter { "-–—".contains(part[$0]) }
      guard let first = dashes.first, let last = dashes.last else { return String(part) }
      let isOneRun = part[first...last].allSatisfy { "-–—".contains($0) }
      guard isOneRun else { return String(part) }
      let (start, end) = (String(part[..<first]), String(part[part.index(after: last)...]))
      let space = start.prefix { $0 == " " }
      return space + start.trimmed + "–" + end.trimmed
    }.joined(separator: ",")
  }

  // MARK: Dates

  private mutating func readDates(into entry: inout BibliographyEntry) {
    for field in BibliographyEntry.DateField.allCases {
      let prefix = field.rawValue.dropLast("date".utf8.count)
      if let value = fields[field.rawValue], !value.text.trimmed.isEmpty {
        let text = LaTeXText(value.text).plain
        if let date = BibLaTeXDate.date(text) {
          entry.dates[field] = date
          continue
        }
        if field != .urldate {
          note(
            "found the \(field.rawValue) '\(text)', expected one such as '2017-04'",
            at: value.offset, hint: "write the year, month and day as digits, or use 'year'")
        }
        entry.dates[field] = .init(.words(text))
      } else if let year = fields[prefix + "year"] {
        entry.dates[field] = BibLaTeXDate.date(
          year: text(year).plain, month: fields[prefix + "month"].map { text($0).plain },
          day: fields[prefix + "day"]?.text)
      }
    }
  }

  // MARK: Completeness

  private mutating func checkCompleteness(of entry: BibliographyEntry) {
    if type == "set" { return }
    if !Self.types.contains(type) {
      note(
        "unknown type '@\(source.type)'; it is shown as '@misc'", at: source.offset,
        hint: NearMiss.question(source.type, among: Self.types.sorted()) ?? "write '@misc'")
    }
    if entry.fields[.title] == nil {
      note(
        "the entry '\(source.key)' has no title", at: source.offset,
        hint: "add a field 'title = {…}'")
    }
    if entry.dates[.date] == nil {
      note(
        "the entry '\(source.key)' has no year", at: source.offset,
        hint: "add a field 'year = {…}'")
    }
  }

  /// All types that BibLaTeX knows, under their own names.
  static let types: Set<String> = [
    "article", "artwork", "audio", "bibnote", "book", "bookinbook", "booklet", "collection",
    "commentary", "dataset", "image", "inbook", "incollection", "inproceedings", "inreference",
    "jurisdiction", "legal", "legislation", "letter", "manual", "misc", "movie", "music",
    "mvbook", "mvcollection", "mvproceedings", "mvreference", "online", "patent", "performance",
    "periodical", "proceedings", "reference", "report", "review", "set", "software", "standard",
    "suppbook", "suppcollection", "suppperiodical", "thesis", "unpublished", "video", "xdata",
  ]

  private static let typeAliases: [String: (type: String, kind: String?)] = [
    "conference": ("inproceedings", nil), "electronic": ("online", nil), "www": ("online", nil),
    "webpage": ("online", nil), "mastersthesis": ("thesis", "mathesis"),
    "phdthesis": ("thesis", "phdthesis"), "bathesis": ("thesis", "bathesis"),
    "techreport": ("report", "techreport"), "newspaper": ("article", nil), "data": ("dataset", nil),
  ]

  private static let fieldAliases = [
    "journal": "journaltitle", "address": "location", "school": "institution",
    "archiveprefix": "eprinttype", "primaryclass": "eprintclass",
  ]
}

extension BibliographyEntry.Name {
  /// The name as it was read, to recognize one that is none.
  fileprivate var whole: String { (given + " " + particle + " " + family).trimmed }
}
