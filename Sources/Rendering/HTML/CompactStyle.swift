/// A stylesheet as a page carries it: without the spaces, line ends and comments that are there for
/// those who read the sources.
///
/// It knows only what our own rules are made of. A space stays where it could mean something: between
/// words, and around `+` and `-`, which are operators only with spaces around them.
struct CompactStyle {
  private var result: [UInt8] = []
  private var isSpacePending = false

  /// The rules without what nobody needs.
  static func text(_ rules: String) -> String {
    var style = CompactStyle()
    style.take(Array(rules.utf8))
    return String(decoding: style.result, as: UTF8.self)
  }

  private mutating func take(_ bytes: [UInt8]) {
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        isSpacePending = true
        place += 1
      } else if bytes[place...].starts(with: "/*".utf8) {
        place += 2
        while place < bytes.count, !bytes[place...].starts(with: "*/".utf8) { place += 1 }
        place += 2
      } else if byte == UInt8(ascii: "\"") {
        add(byte)
        place += 1
        while place < bytes.count, bytes[place] != byte {
          result.append(bytes[place])
          place += 1
        }
        result.append(byte)
        place += 1
      } else {
        add(byte)
        place += 1
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
    if isSpacePending, let last = result.last, !Self.standsAlone(last, before: false),
      !Self.standsAlone(byte, before: true)
    {
      result.append(UInt8(ascii: " "))
    }
    isSpacePending = false
    result.append(byte)
  }

  /// Returns true when no space is needed after a byte, or before it.
  private static func standsAlone(_ byte: UInt8, before: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ">"):
      true
    // A space before a colon in a selector joins two elements; one before a bracket follows `and`.
    case UInt8(ascii: ":"), UInt8(ascii: "("): !before
    case UInt8(ascii: ")"): before
    default: false
    }
  }
}
