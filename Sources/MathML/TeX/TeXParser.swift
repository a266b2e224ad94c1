/// Parses a formula from its bytes. Anything not supported is recorded as a fault, and parsing
/// continues.
struct TeXParser {
  /// The formula, in which macros are replaced as they are met.
  var bytes: [UInt8]
  var index = 0
  /// The macros that hold at the current position.
  var macros: TeXMacros
  /// The origin of each byte; empty until a macro is replaced.
  var origins: [Origin] = []
  /// The uses of macros that have been replaced.
  var expansions: [Expansion] = []
  /// The names of the macros that have been reported because they call themselves.
  var endless: Set<String> = []
  /// All faults, in the order in which they were found.
  private(set) var faults: [TeXFault] = []
  /// The arguments of `\tag{…}` outside of rows and of `\label{…}`.
  var tag: MathTag?
  var label: String?
  /// The marks of all rows.
  var rowTags: [MathTag] = []
  /// The mark of the current row, if it has one.
  var currentTag: MathTag?
  /// True within a row that can have a mark.
  var isInRow = false
  /// The alphabet of letters; nil for the default one, in which single letters are italic.
  var font: MathFont?
  /// The nesting depth at the current position.
  private var depth = 0

  /// The longest formula that is parsed, in bytes.
  static let maximumLength = 20_000
  /// The deepest nesting that is parsed.
  static let maximumDepth = 60

  /// The number of bytes of the formula as it was written.
  private let sourceLength: Int
  /// The most uses of macros that are replaced, those within macros included.
  let mostExpansions: Int

  /// - Parameter mostExpansions: the most uses of macros that are replaced in any case. A chapter can have
  ///   many short formulas, so that a longer one may take more.
  init(_ tex: String, macros: TeXMacros = TeXMacros(), mostExpansions: Int = .max) {
    bytes = Array(tex.utf8)
    sourceLength = bytes.count
    self.mostExpansions = min(200 + bytes.count, mostExpansions)
    self.macros = macros
  }

  /// Parses the whole formula. Its lines, which `\\` divides, are the rows of a table.
  mutating func formula(isDisplay: Bool) -> [MathNode] {
    guard bytes.count <= Self.maximumLength else {
      report(.tooLong(bytes.count), from: 0, to: 0)
      return []
    }
    skipBlanks()
    if index == bytes.count { report(.empty, from: 0, to: 0) }
    var lines = [row()]
    // A row also ends at a closing. At this level nothing is open.
    while index < bytes.count {
      if skipNewRow() {
        font = nil
        lines.append(row())
        continue
      }
      let start = index
      let closer = skipCloser()
      report(closer == "&" ? .misplaced(closer) : .unopened(closer), from: start)
      lines[lines.count - 1] += row()
    }
    if lines.count > 1, lines[lines.count - 1].isEmpty { lines.removeLast() }
    if lines.count == 1 { return lines[0] }
    let table = MathTable(
      rows: lines.map { [.row($0)] }, columns: [isDisplay ? .center : .left], isDisplay: isDisplay)
    return [.table(table)]
  }

  // MARK: Bytes

  /// The byte at the current position; 0 at the end.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
  var isAtEnd: Bool { index >= bytes.count }

  /// Skips spaces and comments, which have no meaning, and replaces a macro that comes after them.
  mutating func skipSpace() {
    repeat { skipBlanks() } while expand()
  }

  /// Skips spaces and comments.
  /// - Parameter isText: true for a text of lines, in which each `%` begins a comment
  mutating func skipBlanks(isText: Bool = false) {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), let end = commentEnd(isText: isText) {
        index = end
      } else if bytes[index] <= 0x20 {
        index += 1
      } else {
        return
      }
    }
  }

  /// Returns the end of the comment at the current position; nil when its `%` is more likely meant
  /// as a sign, because it follows something or because its line is the last one.
  private func commentEnd(isText: Bool) -> Int? {
    let end = bytes[index...].firstIndex(of: 0x0A)
    if isText { return end ?? bytes.count }
    guard let end else { return nil }
    let isApart = index == 0 || bytes[index - 1] <= 0x20 || end == index + 1
    return isApart ? end : nil
  }

  /// Skips spaces, and then a given byte if it is the next one.
  mutating func skip(_ wanted: Unicode.Scalar) -> Bool {
    skipSpace()
    guard !isAtEnd, byte == UInt8(ascii: wanted) else { return false }
    index += 1
    return true
  }

  /// Returns the name of the command at the current position, without its backslash, and the index
  /// of its end.
  func commandName() -> (name: String, end: Int)? {
    guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else { return nil }
    var end = index + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    if end == index + 1 {
      end += scalarLength(at: end)
    } else if end < bytes.count, bytes[end] == UInt8(ascii: "*") {
      if TeXCommand.table[text(index + 1, end + 1)] != nil { end += 1 }
    }
    return (text(index + 1, end), end)
  }

  /// Returns the bytes of a range as text.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Returns the number of bytes of the scalar that begins at an index.
  func scalarLength(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }

  // MARK: Faults

  /// Records a fault from an index to the current position, or to a given one.
  mutating func report(_ kind: TeXFault.Kind, from start: Int, to end: Int? = nil) {
    let first = min(start, bytes.count)
    let last = min(max(end ?? index, first), bytes.count)
    guard !origins.isEmpty else {
      return faults.append(TeXFault(kind: kind, offset: first, length: last - first))
    }
    let origin = first < bytes.count ? origins[first] : nil
    let lower = origin?.range.lowerBound ?? sourceLength
    let upper = last > first ? max(origins[last - 1].range.upperBound, lower) : lower
    faults.append(
      TeXFault(
        kind: kind, offset: lower, length: upper - lower,
        macro: origin?.expansion.map(outermost)))
  }

  /// Parses one level deeper; returns an empty row when that is too deep.
  mutating func deeper(_ read: (inout TeXParser) -> MathNode) -> MathNode {
    guard depth < Self.maximumDepth else {
      if !faults.contains(where: { $0.kind == .tooDeep }) { report(.tooDeep, from: index) }
      index = bytes.count
      return .row([])
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }
}
