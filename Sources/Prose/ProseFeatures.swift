/// The syntax extensions that a text may use, found in one scan of its bytes, so that a text costs
/// only the work for what it uses.
public struct ProseFeatures: OptionSet, Sendable {
  /// One bit for each extension.
  public let rawValue: Int

  /// The extensions whose bits are set.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The text contains `|`, possibly in a table.
  public static let tables = ProseFeatures(rawValue: 1)
  /// The text contains `[^`, possibly in a footnote.
  public static let footnotes = ProseFeatures(rawValue: 2)
  /// The text contains `@`, possibly in a citation.
  public static let citations = ProseFeatures(rawValue: 4)
  /// The text contains `[!`, possibly in an admonition.
  public static let admonitions = ProseFeatures(rawValue: 8)
  /// The text contains `{#`, possibly in a heading's label.
  public static let labels = ProseFeatures(rawValue: 16)
  /// The text contains `](`, possibly in a cross-reference or an image.
  public static let links = ProseFeatures(rawValue: 32)
  /// The text contains letters of right-to-left scripts, or characters that change the direction.
  public static let directions = ProseFeatures(rawValue: 64)

  /// Finds the extensions that a text may use.
  public init(of text: some StringProtocol) {
    let found = text.utf8.withContiguousStorageIfAvailable { Self.find(in: $0) }
    self = found ?? Array(text.utf8).withUnsafeBufferPointer { Self.find(in: $0) }
  }

  private static func find(in bytes: UnsafeBufferPointer<UInt8>) -> ProseFeatures {
    var found: ProseFeatures = []
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        !mayBegin(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let end = min(index + 8, bytes.count)
      while index < end {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch (bytes[index], next) {
        case (UInt8(ascii: "|"), _): found.insert(.tables)
        case (UInt8(ascii: "["), UInt8(ascii: "^")): found.insert(.footnotes)
        case (UInt8(ascii: "@"), _): found.insert(.citations)
        case (UInt8(ascii: "["), UInt8(ascii: "!")): found.insert(.admonitions)
        case (UInt8(ascii: "{"), UInt8(ascii: "#")): found.insert(.labels)
        case (UInt8(ascii: "]"), UInt8(ascii: "(")): found.insert(.links)
        case (0xD6...0xDF, _): found.insert(.directions)
        case (0xE0, _), (0xE2, _), (0xEF, _):
          if turns(bytes[index...]) { found.insert(.directions) }
        default: break
        }
        index += 1
      }
    }
    return found
  }

  /// Returns true when one of eight bytes may begin an extension: one of five marks, or a non-ASCII
  /// character.
  private static func mayBegin(_ bytes: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var hits = bytes
    for mark in "|[]{@".utf8 {
      // The lowest byte that is zero is the first whose top bit is set here.
      let differences = bytes ^ (ones &* UInt64(mark))
      hits |= (differences &- ones) & ~differences
    }
    return hits & tops != 0
  }

  /// Returns true when three bytes are a Hebrew, Arabic or similar character, or a bidirectional
  /// control.
  private static func turns(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count >= 3 else { return false }
    let (first, second) = (bytes[bytes.startIndex], bytes[bytes.startIndex + 1])
    let third = bytes[bytes.startIndex + 2]
    switch (first, second) {
    case (0xE0, 0xA0...0xA3), (0xEF, 0xAC...0xB7), (0xEF, 0xB9...0xBB): return true
    case (0xE2, 0x80): return third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third)
    case (0xE2, 0x81): return (0xA6...0xA9).contains(third)
    default: return false
    }
  }
}
