/// Parses a formula from its bytes. Anything not supported is recorded as a fault, and parsing
/// continues.
struct TeXParser {
  let bytes: [UInt8]
  var index = 0
  /// All faults, in the order in which they were found.
  private(set) var faults: [TeXFault] = []
  /// The arguments of `\tag{…}` and `\label{…}`.
  var tag: String?
  var label: String?
  /// The alphabet of letters; nil for the default one, in which single letters are italic.
  var font: MathFont?
  /// The nesting depth at the current position.
  private var depth = 0

  /// The longest formula that is parsed, in bytes.
  static let maximumLength = 20_000
  /// The deepest nesting that is parsed.
  static let maximumDepth = 60

  init(_ tex: String) { bytes = Array(tex.utf8) }

  /// Parses the whole formula.
  mutating func formula() -> [MathNode] {
    guard bytes.count <= Self.maximumLength else {
      report(.tooLong(bytes.count), from: 0, to: 0)
      return []
    }
    skipSpace()
    if index == bytes.count { report(.empty, from: 0, to: 0) }
    var nodes = row()
    // A row also ends at a closing. At this level nothing is open.
    while index < bytes.count {
      let start = index
      let closer = skipCloser()
      report(
        closer == "&" || closer == "\\\\" ? .misplaced(closer) : .unopened(closer), from: start)
      nodes += row()
    }
    return nodes
  }

  // MARK: Bytes

  /// The byte at the current position; 0 at the end.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
  var isAtEnd: Bool { index >= bytes.count }

  /// Skips spaces, which have no meaning in TeX.
  mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
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
      let starred = text(index + 1, end)
      if starred == "operatorname" || starred == "hspace" { end += 1 }
    }
    return (text(index + 1, end), end)
  }

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
    faults.append(TeXFault(kind: kind, offset: first, length: last - first))
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
