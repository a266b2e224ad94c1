/// The end of a link or an image, after its text: `](address "title")`, `][label]`, `]` or `>`.
struct LinkEnd {
  /// The address, if it stands there.
  private(set) var address: Range<Int>?
  /// The place behind it all.
  private(set) var end: Int

  /// The end of a link in a text; nil when none stands at the place.
  init?(at start: Int, in text: BlockText) {
    guard start < text.end else { return nil }
    end = start + 1
    if text.bytes[start] == UInt8(ascii: ">") { return }
    guard text.bytes[start] == UInt8(ascii: "]") else { return nil }
    guard end < text.end else { return }
    if text.bytes[end] == UInt8(ascii: "("), let found = Self.address(from: end, in: text) {
      (address, end) = (found.address, found.behind)
    } else if text.bytes[end] == UInt8(ascii: "["),
      let close = Self.closing("]", before: "[", from: end + 1, in: text)
    {
      // Behind a link that is its own label no other label may stand.
      end = close + 1
    }
  }

  /// The address in the parentheses of a link, and the place behind them; nil when they are none.
  private static func address(
    from open: Int, in text: BlockText
  ) -> (address: Range<Int>, behind: Int)? {
    var place = text.behindSpace(from: open + 1)
    let address: Range<Int>
    if place < text.end, text.bytes[place] == UInt8(ascii: "<") {
      guard let close = closing(">", before: "<\n", from: place + 1, in: text) else { return nil }
      address = (place + 1)..<close
      place = close + 1
    } else {
      guard let end = plainAddressEnd(from: place, in: text) else { return nil }
      address = place..<end
      place = end
    }
    place = text.behindSpace(from: place)
    if place < text.end, text.bytes[place] != UInt8(ascii: ")") {
      guard let title = behindTitle(from: place, in: text) else { return nil }
      place = text.behindSpace(from: title)
    }
    guard place < text.end, text.bytes[place] == UInt8(ascii: ")") else { return nil }
    return (address, place + 1)
  }

  /// Returns the end of an address without angle brackets. The parentheses in it are balanced;
  /// libcmark reads at most 32 levels of them.
  private static func plainAddressEnd(from start: Int, in text: BlockText) -> Int? {
    var (place, depth) = (start, 0)
    while place < text.end {
      switch text.bytes[place] {
      case 0...0x20: return place
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return place }
        depth -= 1
      case UInt8(ascii: "\\"): place += 1
      default: break
      }
      place += 1
    }
    return text.end
  }

  private static func behindTitle(from open: Int, in text: BlockText) -> Int? {
    let end =
      switch text.bytes[open] {
      case UInt8(ascii: "\""): closing("\"", from: open + 1, in: text)
      case UInt8(ascii: "'"): closing("'", from: open + 1, in: text)
      case UInt8(ascii: "("): closing(")", before: "(", from: open + 1, in: text)
      default: Int?.none
      }
    return end.map { $0 + 1 }
  }

  /// The first place of a mark before which no backslash stands; nil when one of some others comes
  /// first.
  private static func closing(
    _ mark: Unicode.Scalar, before others: String = "", from start: Int, in text: BlockText
  ) -> Int? {
    var place = start
    while place < text.end {
      let byte = text.bytes[place]
      if byte == UInt8(ascii: mark) { return place }
      if others.utf8.contains(byte) { return nil }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
