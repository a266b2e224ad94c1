/// Reads the syntax of a BibTeX file: entries, `@string` abbreviations, comments.
struct BibTeXReader {
  private var scanner: BibTeXScanner
  /// True when all of the file is UTF-8.
  private let isUTF8: Bool
  /// The entries in the order of the file, those whose key is taken left out.
  private(set) var entries: [BibTeXEntry] = []
  /// The findings outside of entries.
  private(set) var faults: [BibTeXFault] = []
  /// The findings in the entry that is being read.
  private var entryFaults: [BibTeXFault] = []
  private var abbreviations = Self.months
  private var firstUse: [String: Int] = [:]
  /// The total length of the abbreviations expanded so far, in bytes.
  private var expandedLength = 0

  /// BibTeX's predefined abbreviations.
  private static let months = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]

  init(_ bytes: [UInt8], isUTF8: Bool) {
    scanner = BibTeXScanner(bytes)
    self.isUTF8 = isUTF8
  }

  /// Reads all entries. An entry with a fault keeps the fields that are sound.
  mutating func readAll() {
    while scanner.skipToEntry() {
      readItem()
      faults += entryFaults
      entryFaults = []
    }
  }

  private mutating func readItem() {
    let start = scanner.offset
    scanner.offset += 1
    scanner.skipSpace()
    let type = scanner.name().lowercased()
    scanner.skipSpace()
    guard !type.isEmpty, let closing = scanner.opening() else {
      // Text between entries may have an `@` in it.
      scanner.offset = start + 1
      return
    }
    switch type {
    case "comment": _ = scanner.group(until: closing)
    case "preamble":
      if scanner.group(until: closing) == nil { entryFaults.append(.unclosed(at: start)) }
    case "string":
      let fields = readFields(from: start, until: closing)
      for (name, value) in fields { abbreviations[name] = value.text }
    default: readEntry(type, from: start, until: closing)
    }
  }

  private mutating func readEntry(_ type: String, from start: Int, until closing: UInt8) {
    scanner.skipSpace()
    let offset = scanner.offset
    let key = scanner.key(until: closing)
    scanner.skipSpace()
    guard !key.isEmpty, scanner.peek != UInt8(ascii: "="), scanner.peek != UInt8(ascii: "{") else {
      entryFaults.append(
        BibTeXFault(
          offset: offset, message: "the entry has no key",
          hint: "write for example '@\(type){robbins1951,'"))
      scanner.offset = offset
      // What stands up to the end of a broken entry, or to the next entry, is no use to anybody.
      _ = scanner.group(until: closing)
      return
    }
    checkEnd(of: key, until: closing)
    let fields = readFields(from: start, until: closing)
    if let damage = isUTF8 ? nil : scanner.firstDamage(in: start..<scanner.offset) {
      entryFaults.append(.notUTF8(at: damage))
    }
    if let first = firstUse[key] {
      entryFaults = [.duplicate(key, at: offset, first: first)]
      return
    }
    firstUse[key] = offset
    entries.append(
      BibTeXEntry(type: type, key: key, offset: offset, fields: fields, faults: entryFaults))
    entryFaults = []
  }

  // MARK: Fields

  private mutating func readFields(
    from start: Int, until closing: UInt8
  ) -> [String: BibTeXEntry.Value] {
    var fields: [String: BibTeXEntry.Value] = [:]
    while true {
      scanner.skipSpace()
      if scanner.take(closing) { return fields }
      if scanner.take(",") { continue }
      guard let next = scanner.peek, next != UInt8(ascii: "@") else {
        entryFaults.append(.unclosed(at: start))
        return fields
      }
      let place = scanner.offset
      let name = scanner.name().lowercased()
      scanner.skipSpace()
      guard !name.isEmpty, scanner.take("=") else {
        entryFaults.append(
          BibTeXFault(
            offset: scanner.isAtEnd ? place : scanner.offset,
            message: "found no 'name = value' here",
            hint: "write for example 'year = 1951,' with a comma after each field"))
        if scanner.offset == place, scanner.peek != UInt8(ascii: "{") { scanner.offset += 1 }
        scanner.skipField(until: closing)
        continue
      }
      do throws(BibTeXFault) {
        let value = try readValue(of: name)
        add(value, as: name, at: place, to: &fields)
      } catch {
        entryFaults.append(error)
        if scanner.isAtEnd || scanner.peek == UInt8(ascii: "@") { return fields }
        scanner.skipField(until: closing)
      }
      checkEnd(of: name, until: closing)
    }
  }

  private mutating func add(
    _ value: BibTeXEntry.Value, as name: String, at place: Int,
    to fields: inout [String: BibTeXEntry.Value]
  ) {
    if fields[name] == nil {
      fields[name] = value
    } else {
      entryFaults.append(
        BibTeXFault(
          offset: place, message: "the field '\(name)' is given twice; the first one counts",
          hint: "remove one of them", isLoss: false))
    }
  }

  /// Reports a key or a field with something other than a comma or the entry's end behind it.
  private mutating func checkEnd(of name: String, until closing: UInt8) {
    scanner.skipSpace()
    guard let next = scanner.peek, next != UInt8(ascii: ","), next != closing,
      next != UInt8(ascii: "@")
    else { return }
    entryFaults.append(
      BibTeXFault(
        offset: scanner.offset, message: "found no ',' after '\(name)'",
        hint: "write ',' between two fields, and '}' after the last", isLoss: false))
  }

  /// Reads a value: groups, quoted texts, numbers and abbreviations, joined with `#`.
  private mutating func readValue(of name: String) throws(BibTeXFault) -> BibTeXEntry.Value {
    scanner.skipSpace()
    let start = scanner.offset
    var value = try readPiece()
    scanner.skipSpace()
    while scanner.take("#") {
      scanner.skipSpace()
      value.text += try readPiece().text
      value.isContiguous = false
      guard value.text.utf8.count <= BibTeXLimit.valueLength else {
        throw .tooLong(name, value.text.utf8.count, at: start)
      }
      scanner.skipSpace()
    }
    guard value.text.utf8.count <= BibTeXLimit.valueLength else {
      throw .tooLong(name, value.text.utf8.count, at: start)
    }
    return value
  }

  private mutating func readPiece() throws(BibTeXFault) -> BibTeXEntry.Value {
    let place = scanner.offset
    let isGroup = scanner.take("{")
    guard isGroup || scanner.take("\"") else {
      let text = try abbreviation(at: place)
      return BibTeXEntry.Value(text: text, offset: place, isContiguous: false)
    }
    guard let text = isGroup ? scanner.group() : scanner.quote() else {
      throw .unclosed(at: place)
    }
    return BibTeXEntry.Value(text: text, offset: place + 1, isContiguous: true)
  }

  private mutating func abbreviation(at place: Int) throws(BibTeXFault) -> String {
    let word = scanner.name()
    if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return word }
    guard !word.isEmpty else { throw .missingValue(at: place) }
    guard let long = abbreviations[word.lowercased()] else {
      entryFaults.append(
        .unknownAbbreviation(word, known: abbreviations.keys.sorted(), at: place))
      return word
    }
    guard expandedLength + long.utf8.count <= BibTeXLimit.expandedLength else {
      throw .expandsTooMuch(at: place)
    }
    expandedLength += long.utf8.count
    return long
  }

  /// Returns the function from a byte's index to its 1-based line and column.
  func places() -> @Sendable (Int) -> (line: Int, column: Int) {
    let starts = scanner.lineStarts
    return { offset in
      var (low, high) = (0, starts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return (low + 1, offset - starts[low] + 1)
    }
  }
}
