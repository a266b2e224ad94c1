import BookModel

/// Reads a BibTeX file: entries, `@string` abbreviations, comments.
struct BibTeXReader {
  /// An entry that cannot be read, with its place.
  private struct Fault: Error {
    let offset: Int
    let message: String
    let hint: String
  }

  private var scanner: BibTeXScanner
  private let path: String
  private(set) var diagnostics: [Diagnostic] = []
  private var abbreviations = BibTeXMonths.names
  private var firstUse: [String: Int] = [:]

  init(_ bytes: [UInt8], path: String) {
    scanner = BibTeXScanner(bytes)
    self.path = path
  }

  /// All entries that are whole. After an error the next `@` at the start of a line goes on.
  mutating func readAll() -> [BibliographyEntry] {
    var entries: [BibliographyEntry] = []
    while scanner.skipToEntry() {
      do throws(Fault) {
        if let entry = try readEntry() { entries.append(entry) }
      } catch {
        report(error)
        scanner.skipToNextLineWithEntry()
      }
    }
    return entries
  }

  private mutating func readEntry() throws(Fault) -> BibliographyEntry? {
    let start = scanner.offset
    scanner.offset += 1
    let type = scanner.word().lowercased()
    scanner.skipSpace()
    guard scanner.take("{") else {
      throw Fault(
        offset: scanner.offset, message: "found no '{' after '@\(type)'",
        hint: "write '@\(type.isEmpty ? "article" : type){key, …}'")
    }
    switch type {
    case "comment", "preamble":
      try scannerSkipGroup(from: start)
      return nil
    case "string":
      for (name, value) in try readFields(from: start) { abbreviations[name] = value.text }
      return nil
    default: return try readEntry(type, from: start)
    }
  }

  private mutating func scannerSkipGroup(from start: Int) throws(Fault) {
    if scanner.group() == nil { throw Self.unclosed(start) }
  }

  private static func unclosed(_ start: Int) -> Fault {
    Fault(
      offset: start, message: "the entry that begins here is not closed",
      hint: "write '}' after its last field, and look for a brace or quote without its partner")
  }

  private mutating func readEntry(
    _ type: String, from start: Int
  ) throws(Fault) -> BibliographyEntry? {
    scanner.skipSpace()
    let keyStart = scanner.offset
    let key = scanner.key()
    guard !key.isEmpty else {
      throw Fault(
        offset: keyStart, message: "the entry has no key",
        hint: "write for example '@\(type){robbins1951,'")
    }
    scanner.skipSpace()
    let fields = scanner.take(",") ? try readFields(from: start) : [:]
    if fields.isEmpty, !scanner.wasClosed { throw Self.unclosed(start) }
    if let first = firstUse[key] {
      diagnostics.append(
        Diagnostic(
          at: range(keyStart), "the key '\(key)' is used twice", hint: "give it another key",
          notes: [Diagnostic.Note(range: range(first), message: "first used here")]))
      return nil
    }
    firstUse[key] = keyStart
    return try entry(key, type, fields, keyStart)
  }

  private func entry(
    _ key: String, _ type: String, _ fields: [String: BibTeXScanner.Value], _ start: Int
  ) throws(Fault) -> BibliographyEntry {
    var texts: [String: String] = [:]
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      if name == "author" || name == "editor" { continue }
      let isAddress = name == "url" || name == "doi"
      texts[name] = isAddress ? value.text : try text(value)
    }
    let names = fields["author"] ?? fields["editor"]
    let list =
      try names.map { value throws(Fault) in
        try BibTeXNames.split(value.text).map { name throws(Fault) in
          try text(BibTeXScanner.Value(text: name, offset: value.offset), isName: true)
        }
      } ?? []
    for field in ["title", "year"] where texts[field] == nil {
      throw Fault(
        offset: start, message: "the entry '\(key)' has no \(field)",
        hint: "add a field '\(field) = {…}'")
    }
    return BibliographyEntry(
      key: key, type: type, authors: list.filter { $0 != "others" }.map(BibTeXNames.name),
      hasMoreAuthors: list.last == "others", fields: texts)
  }

  /// A field's value as plain text.
  private func text(
    _ value: BibTeXScanner.Value, isName: Bool = false
  ) throws(Fault) -> String {
    switch LaTeXText.plain(value.text, isName: isName) {
    case .success(let text): return text
    case .failure(let error):
      throw Fault(
        offset: value.offset, message: "unknown LaTeX command '\(error.command)'",
        hint: "write the character itself: the file is UTF-8")
    }
  }

  // MARK: Fields

  private mutating func readFields(
    from start: Int
  ) throws(Fault) -> [String: BibTeXScanner.Value] {
    var fields: [String: BibTeXScanner.Value] = [:]
    while true {
      scanner.skipSpace()
      if scanner.take("}") {
        scanner.wasClosed = true
        return fields
      }
      let place = scanner.offset
      let name = scanner.word().lowercased()
      scanner.skipSpace()
      if scanner.isAtEnd { throw Self.unclosed(start) }
      guard !name.isEmpty, scanner.take("=") else {
        throw Fault(
          offset: scanner.offset, message: "found no 'name = value' here",
          hint: "write for example 'year = 1951,' with a comma after each field")
      }
      fields[name] = try readValue(place)
      scanner.skipSpace()
      if scanner.isAtEnd { throw Self.unclosed(start) }
      if scanner.take(",") { continue }
      guard scanner.peek == UInt8(ascii: "}") else {
        throw Fault(
          offset: scanner.offset, message: "found no ',' after the field '\(name)'",
          hint: "write ',' between two fields, and '}' after the last")
      }
    }
  }

  /// Pieces joined with `#`: groups, quotes, numbers, abbreviations.
  private mutating func readValue(_ field: Int) throws(Fault) -> BibTeXScanner.Value {
    var text = ""
    scanner.skipSpace()
    let start = scanner.offset
    repeat {
      scanner.skipSpace()
      let place = scanner.offset
      if scanner.take("{") {
        guard let group = scanner.group() else { throw Self.unclosed(place) }
        text += group
      } else if scanner.take("\"") {
        guard let quote = scanner.quote() else { throw Self.unclosed(place) }
        text += quote
      } else {
        text += try abbreviation(at: place)
      }
      scanner.skipSpace()
    } while scanner.take("#")
    return BibTeXScanner.Value(text: text, offset: start)
  }

  private mutating func abbreviation(at place: Int) throws(Fault) -> String {
    let word = scanner.word()
    if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return word }
    if let long = abbreviations[word.lowercased()] { return long }
    throw Fault(
      offset: place,
      message: word.isEmpty ? "found no value" : "there is no abbreviation '\(word)'",
      hint: NearMiss.question(word, among: abbreviations.keys.sorted())
        ?? "put a text between braces: '{…}'")
  }

  // MARK: Places

  private mutating func report(_ fault: Fault) {
    diagnostics.append(Diagnostic(at: range(fault.offset), fault.message, hint: fault.hint))
  }

  private func range(_ offset: Int) -> SourceRange {
    let place = scanner.place(of: offset)
    return SourceRange(file: path, line: place.line, column: place.column)
  }
}

/// The abbreviations that BibTeX knows from the start.
enum BibTeXMonths {
  static let names = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]
}
