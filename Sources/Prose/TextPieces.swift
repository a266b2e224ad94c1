import Markdown

/// A part of running text, split at brackets.
public enum TextPiece: Equatable, Sendable {
  /// Ordinary text.
  case text(String)
  /// `[^label]`.
  case footnote(String)
  /// `[@key; @key, p. 3]`.
  case citation([CitedWork])
  /// A bracket that begins like a citation but is not one, up to its end or the end of the text.
  case brokenCitation(String)
}

/// One work of a citation.
public struct CitedWork: Equatable, Sendable {
  /// The key of the bibliography's entry.
  public let key: String
  /// The range of the key in the text, in bytes from 0.
  public let place: Range<Int>
  /// The text after the comma, such as `p. 3`.
  public let locator: String?
}

extension TextPiece {
  /// Returns the pieces of a text with their ranges in bytes; nil when it has no such brackets.
  public static func pieces(of text: String) -> [(piece: TextPiece, place: Range<Int>)]? {
    let bytes = Array(text.utf8)
    var pieces: [(piece: TextPiece, place: Range<Int>)] = []
    var start = 0
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "["), let found = bracket(at: index, in: bytes) else {
        index += 1
        continue
      }
      if index > start { pieces.append((.text(string(bytes[start..<index])), start..<index)) }
      pieces.append((found.piece, index..<found.end))
      index = found.end
      start = found.end
    }
    if pieces.isEmpty { return nil }
    if start < bytes.count {
      pieces.append((.text(string(bytes[start...])), start..<bytes.count))
    }
    return pieces
  }

  private static func bracket(at start: Int, in bytes: [UInt8]) -> (piece: TextPiece, end: Int)? {
    let mark = bytes[start + 1]
    guard mark == UInt8(ascii: "^") || mark == UInt8(ascii: "@") else { return nil }
    if mark == UInt8(ascii: "^") {
      // Only the label's own bytes are scanned, since a text may consist of very many marks.
      let label = bytes[(start + 2)...].prefix(while: FootnoteLabel.belongs)
      guard label.endIndex < bytes.count, bytes[label.endIndex] == UInt8(ascii: "]"),
        let label = FootnoteLabel.text(label)
      else { return nil }
      return (.footnote(label), start + 2 + label.utf8.count + 1)
    }
    let close = bytes[start...].firstIndex(of: UInt8(ascii: "]"))
    guard let close, let works = works(in: bytes[(start + 1)..<close]) else {
      let end = close.map { $0 + 1 } ?? bytes.count
      return (.brokenCitation(string(bytes[start..<end])), end)
    }
    return (.citation(works), close + 1)
  }

  private static func works(in bytes: ArraySlice<UInt8>) -> [CitedWork]? {
    var works: [CitedWork] = []
    for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let item = trimmed(part)
      guard item.first == UInt8(ascii: "@") else { return nil }
      let key = item.dropFirst().prefix { CitationKey.belongs($0) }
      let rest = item[key.endIndex...]
      guard !key.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
      let locator = trimmed(rest.dropFirst())
      works.append(
        CitedWork(
          key: string(key), place: key.startIndex..<key.endIndex,
          locator: locator.isEmpty ? nil : string(locator)))
    }
    return works
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return [] }
    return start[...last]
  }
}

/// The syntax of bibliography keys.
enum CitationKey {
  /// Returns true for a byte that may be part of a key.
  static func belongs(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
