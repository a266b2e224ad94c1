import BookModel

/// Reads a BibTeX file: entries, `@string` abbreviations, comments.
struct BibTeXReader {
  private var scanner: BibTeXScanner
  private let path: String
  private(set) var diagnostics: [Diagnostic] = []
  private var abbreviations = BibTeXMonths.names
  private var firstUse: [String: Int] = [:]
  /// The total length of the abbreviations expanded so far, in bytes.
  private var expandedLength = 0

  init(_ bytes: [UInt8], path: String) {
    scanner = BibTeXScanner(bytes)
    self.path = path
  }

  /// Returns all valid entries. After an error, reading continues at the next `@` at the start of a
  /// line, unless there are too many errors.
  mutating func readAll() -> [BibliographyEntry] {
    var entries: [BibliographyEntry] = []
    while scanner.skipToEntry() {
      if diagnostics.count == BibTeXLimit.faults {
        report(.tooManyFaults(at: scanner.offset))
        break
      }
      do throws(BibTeXFault) {
        if let entry = try readEntry() { entries.append(entry) }
      } catch {
        report(error)
        scanner.skipToNextLineWithEntry()
      }
    }
    return entries
  }

  private mutating func readEntry() throws(BibTeXFault) -> BibliographyEntry? {
    let start = scanner.offset
    scanner.offset += 1
    let type = scanner.word().lowercased()
    scanner.skipSpace()
    guard scanner.take("{") else {
      throw BibTeXFault(
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

  private mutating func scannerSkipGroup(from start: Int) throws(BibTeXFault) {
    if scanner.group() == nil { throw BibTeXFault.unclosed(at: start) }
  }

  private mutating func readEntry(
    _ type: String, from start: Int
  ) throws(BibTeXFault) -> BibliographyEntry? {
    scanner.skipSpace()
    let keyStart = scanner.offset
    let key = scanner.key()
    guard !key.isEmpty else {
      throw BibTeXFault(
        offset: keyStart, message: "the entry has no key",
        hint: "write for example '@\(type){robbins1951,'")
    }
    scanner.skipSpace()
    let fields = scanner.take(",") ? try readFields(from: start) : [:]
    if fields.isEmpty, !scanner.wasClosed { throw BibTeXFault.unclosed(at: start) }
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
  ) throws(BibTeXFault) -> BibliographyEntry {
    var texts: [String: String] = [:]
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      if name == "author" || name == "editor" { continue }
      let isAddress = name == "url" || name == "doi"
      texts[name] = isAddress ? value.text : try text(value)
    }
    let names = fields["author"] ?? fields["editor"]
    let list =
      try names.map { value throws(BibTeXFault) in
        try BibTeXNames.split(value.text).map { name throws(BibTeXFault) in
          try text(BibTeXScanner.Value(text: name, offset: value.offset), isName: true)
        }
      } ?? []
    for field in ["title", "year"] where texts[field] == nil {
      throw BibTeXFault(
        offset: start, message: "the entry '\(key)' has no \(field)",
        hint: "add a field '\(field) = {…}'")
    }
    return BibliographyEntry(
      key: key, type: type, authors: list.filter { $0 != "others" }.map(BibTeXNames.name),
      hasMoreAuthors: list.last == "others", fields: texts)
  }

  /// Returns a field's value as plain text.
  private func text(
    _ value: BibTeXScanner.Value, isName: Bool = false
  ) throws(BibTeXFault) -> String {
    switch LaTeXText.plain(value.text, isName: isName) {
    case .success(let text): return text
    case .failure(let error):
      throw BibTeXFault(
        offset: value.offset, message: "unknown LaTeX command '\(error.command)'",
        hint: "write the character itself: the file is UTF-8")
    }
  }

  // MARK: Fields

  private mutating func readFields(
    from start: Int
  ) throws(BibTeXFault) -> [String: BibTeXScanner.Value] {
    var fields: [String: BibTeXScanner.Value] = [:]
    while true {
      scanner.skipSpace()
      if scanner.take("}") {
        scanner.wasClosed = true
        return fields
      }
      let name = scanner.word().lowercased()
      scanner.skipSpace()
      if scanner.isAtEnd { throw BibTeXFault.unclosed(at: start) }
      guard !name.isEmpty, scanner.take("=") else {
        throw BibTeXFault(
          offset: scanner.offset, message: "found no 'name = value' here",
          hint: "write for example 'year = 1951,' with a comma after each field")
      }
      fields[name] = try readValue(of: name)
      scanner.skipSpace()
      if scanner.isAtEnd { throw BibTeXFault.unclosed(at: start) }
      if scanner.take(",") { continue }
      guard scanner.peek == UInt8(ascii: "}") else {
        throw BibTeXFault(
          offset: scanner.offset, message: "found no ',' after the field '\(name)'",
          hint: "write ',' between two fields, and '}' after the last")
      }
    }
  }

  /// Reads a value: groups, quoted texts, numbers and abbreviations, joined with `#`.
  private mutating func readValue(of name: String) throws(BibTeXFault) -> BibTeXScanner.Value {
    var text = ""
    scanner.skipSpace()
    let start = scanner.offset
    repeat {
      scanner.skipSpace()
      let piece = try readPiece()
      guard text.utf8.count + piece.utf8.count <= BibTeXLimit.valueLength else {
        throw .tooLong(name, text.utf8.count + piece.utf8.count, at: start)
      }
      text += piece
      scanner.skipSpace()
    } while scanner.take("#")
    return BibTeXScanner.Value(text: text, offset: start)
  }

  private mutating func readPiece() throws(BibTeXFault) -> String {
    let place = scanner.offset
    let isGroup = scanner.take("{")
    guard isGroup || scanner.take("\"") else { return try abbreviation(at: place) }
    guard let text = isGroup ? scanner.group() : scanner.quote() else {
      throw .unclosed(at: place)
    }
    return text
  }

  private mutating func abbreviation(at place: Int) throws(BibTeXFault) -> String {
    let word = scanner.word()
    if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return word }
    guard let long = abbreviations[word.lowercased()] else {
      throw BibTeXFault(
        offset: place,
        message: word.isEmpty ? "found no value" : "there is no abbreviation '\(word)'",
        hint: NearMiss.question(word, among: abbreviations.keys.sorted())
          ?? "put a text between braces: '{…}'")
    }
    guard expandedLength + long.utf8.count <= BibTeXLimit.expandedLength else {
      throw .expandsTooMuch(at: place)
    }
    expandedLength += long.utf8.count
    return long
  }

  // MARK: Positions

  private mutating func report(_ fault: BibTeXFault) {
    diagnostics.append(Diagnostic(at: range(fault.offset), fault.message, hint: fault.hint))
  }

  private func range(_ offset: Int) -> SourceRange {
    let place = scanner.place(of: offset)
    return SourceRange(file: path, line: place.line, column: place.column)
  }
}
