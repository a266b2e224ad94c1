/// The text of a block as it stands in its file. Each of its lines may begin with marks of the quotes
/// around it.
struct BlockText {
  let bytes: [UInt8]
  /// The end of the block.
  let end: Int
  /// The number of block quotes around the block: each of its lines may begin with as many `>`.
  let quotes: Int

  /// The place at which the line behind a newline begins, past what belongs to the containers.
  func lineStart(after newline: Int) -> Int {
    var (place, left) = (newline + 1, quotes)
    while place < end {
      switch bytes[place] {
      case 0x20, 0x09: place += 1
      case UInt8(ascii: ">") where left > 0:
        place += 1
        left -= 1
      default: return place
      }
    }
    return min(place, end)
  }

  /// The place behind spaces and ends of lines.
  func behindSpace(from start: Int) -> Int {
    var place = start
    while place < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) {
      place = bytes[place] == 0x0A ? lineStart(after: place) : place + 1
    }
    return place
  }

  /// The place behind one space or one line's end; the place itself where none is.
  func behindOneSpace(from place: Int) -> Int {
    guard place < end else { return place }
    switch bytes[place] {
    case 0x20: return place + 1
    case 0x0D where place + 1 < end && bytes[place + 1] == 0x0A: return lineStart(after: place + 1)
    case 0x0A: return lineStart(after: place)
    default: return place
    }
  }

  // MARK: Literals

  /// Goes through an inline's literal beside the text.
  /// - Parameters:
  ///   - literal: what libcmark made of the text
  ///   - kind: what the inline is
  ///   - start: where it may stand
  ///   - visit: is told the place of each byte of the literal
  /// - Returns: the place behind it; nil when something else stands there
  func follow(
    _ literal: ArraySlice<UInt8>, as kind: MarkdownKind, from start: Int, visit: (Int) -> Void
  ) -> Int? {
    switch kind {
    case .code: followCode(literal, from: start, visit)
    case .htmlInline: followLines(literal, from: start, visit)
    default: followText(literal, from: start, visit)
    }
  }

  /// In a text escapes and references stand for characters.
  private func followText(
    _ literal: ArraySlice<UInt8>, from start: Int, _ visit: (Int) -> Void
  ) -> Int? {
    var (place, rest) = (start, literal)
    func take(_ count: Int) {
      for _ in 0..<min(count, rest.count) { visit(place) }
      rest = rest.dropFirst(count)
    }
    while let byte = rest.first {
      guard place < end else { return nil }
      if bytes[place] == UInt8(ascii: "&"), let behind = behindReference(from: place),
        !rest.starts(with: bytes[place..<behind])
      {
        // One character or two stand for it.
        take(Self.length(of: byte))
        if let next = rest.first, next >= 0xC0, behind >= end || bytes[behind] != next {
          take(Self.length(of: next))
        }
        place = behind
      } else if bytes[place] == UInt8(ascii: "\\"), place + 1 < end, bytes[place + 1] == byte,
        Self.isPunctuation(byte)
      {
        take(1)
        place += 2
      } else if bytes[place] == byte {
        take(1)
        place += 1
      } else {
        return nil
      }
    }
    return place
  }

  /// HTML is as it stands, on one line or on several.
  private func followLines(
    _ literal: ArraySlice<UInt8>, from start: Int, _ visit: (Int) -> Void
  ) -> Int? {
    var place = start
    for byte in literal {
      guard place < end, bytes[place] == byte else { return nil }
      visit(place)
      place = byte == 0x0A ? lineStart(after: place) : place + 1
    }
    return place
  }

  /// In a code span a space may be a line's end.
  private func followCode(
    _ literal: ArraySlice<UInt8>, from start: Int, _ visit: (Int) -> Void
  ) -> Int? {
    var place = start
    for byte in literal {
      guard place < end else { return nil }
      if bytes[place] == 0x0D, place + 1 < end, bytes[place + 1] == 0x0A { place += 1 }
      let isLineEnd = byte == 0x20 && bytes[place] == 0x0A
      guard isLineEnd || bytes[place] == byte else { return nil }
      visit(place)
      place = isLineEnd ? lineStart(after: place) : place + 1
    }
    return place
  }

  /// The place behind a character reference such as `&amp;`; nil when none is there.
  private func behindReference(from start: Int) -> Int? {
    let name = bytes[(start + 1)..<min(start + 34, end)].prefix {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    guard !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    return name.endIndex + 1
  }

  /// Returns true when a byte is ASCII punctuation, which a backslash escapes.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The length of a character in UTF-8, by its first byte.
  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
