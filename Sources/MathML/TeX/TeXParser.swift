/// Reads a formula from its bytes. What it does not understand it notes as a fault, and reads on.
struct TeXParser {
  let bytes: [UInt8]
  var index = 0
  /// All that is wrong, in the order in which it was found.
  private(set) var faults: [TeXFault] = []
  /// What `\tag{…}` and `\label{…}` say.
  var tag: String?
  var label: String?
  /// The alphabet of letters; nil for the usual one, in which single letters are slanted.
  var font: MathFont?
  /// How deep the place lies.
  private var depth = 0

  /// The longest formula that is read, in bytes.
  static let maximumLength = 20_000
  /// The deepest nesting that is read.
  static let maximumDepth = 60

  init(_ tex: String) { bytes = Array(tex.utf8) }

  /// The whole formula.
  mutating func formula() -> [MathNode] {
    guard bytes.count <= Self.maximumLength else {
      report(.tooLong(bytes.count), from: 0, to: 0)
      return []
    }
    skipSpace()
    if index == bytes.count { report(.empty, from: 0, to: 0) }
    var nodes = row()
    // A row also ends at what closes something. Here nothing is open.
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

  /// The byte at the place; 0 at the end.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
  var isAtEnd: Bool { index >= bytes.count }

  /// Skips what TeX takes for nothing.
  mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  /// Skips a byte if it is the next one after space.
  mutating func skip(_ wanted: Unicode.Scalar) -> Bool {
    skipSpace()
    guard !isAtEnd, byte == UInt8(ascii: wanted) else { return false }
    index += 1
    return true
  }

  /// The name of the command at the place, without its backslash, and where it ends.
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

  /// The bytes of the scalar that begins at a place.
  func scalarLength(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }

  // MARK: Faults

  /// Notes a fault from a place to the present one, or to a given one.
  mutating func report(_ kind: TeXFault.Kind, from start: Int, to end: Int? = nil) {
    let first = min(start, bytes.count)
    let last = min(max(end ?? index, first), bytes.count)
    faults.append(TeXFault(kind: kind, offset: first, length: last - first))
  }

  /// Reads something that lies one level deeper; nothing when that is too deep.
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
