import BookModel
import Markdown

/// A part of running text, split at brackets and keys of a bibliography.
public enum TextPiece: Equatable, Sendable {
  /// Ordinary text.
  case text(String)
  /// `[^label]`.
  case footnote(String)
  /// `[@key; @key, p. 3]`, `[see @key]` or `@key [p. 3]`.
  case citation([CitedWork], CitationGroup.Form)
  /// A bracket that begins like a citation but is not one, up to its end or the end of the text.
  case brokenCitation(String)
}

/// One work of a citation.
public struct CitedWork: Equatable, Sendable {
  /// The key of the bibliography's entry.
  public let key: String
  /// The range of the key in the text, in bytes from 0.
  public let place: Range<Int>
  /// The text before the key, such as `see`.
  public var prefix: String?
  /// The text after the key, such as `p. 3`.
  public var locator: String?
  /// True for `-@key`, which names the year only.
  public var isYearOnly = false
}

extension TextPiece {
  private typealias Found = (piece: TextPiece, end: Int)

  /// Returns the pieces of a text with their ranges in bytes; nil when it is a single one.
  public static func pieces(of text: String) -> [(piece: TextPiece, place: Range<Int>)]? {
    let bytes = Array(text.utf8)
    var pieces: [(piece: TextPiece, place: Range<Int>)] = []
    var start = 0
    var index = 0
    while index + 1 < bytes.count {
      let found: Found? =
        switch bytes[index] {
        case UInt8(ascii: "["): bracket(at: index, in: bytes)
        case UInt8(ascii: "@"): narrative(at: index, in: bytes)
        default: nil
        }
      guard let found else {
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

  /// Returns true when a text ends within a bracket that may be a citation.
  public static func endsWithinCitation(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let open = bytes.lastIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }),
      bytes[open] == UInt8(ascii: "[")
    else { return false }
    return bytes[open...].indices.contains { CitationKey.mayBegin(at: $0, in: bytes) }
  }

  private static func bracket(at start: Int, in bytes: [UInt8]) -> Found? {
    if bytes[start + 1] == UInt8(ascii: "^") {
      // Only the label's own bytes are scanned, since a text may consist of very many marks.
      let label = bytes[(start + 2)...].prefix(while: FootnoteLabel.belongs)
      guard label.endIndex < bytes.count, bytes[label.endIndex] == UInt8(ascii: "]"),
        let label = FootnoteLabel.text(label)
      else { return nil }
      return (.footnote(label), start + 2 + label.utf8.count + 1)
    }
    let isPure = bytes[start...].starts(with: "[@".utf8) || bytes[start...].starts(with: "[-@".utf8)
    // A bracket within it ends a mixed one, so that many of them cost no more than one.
    let end = bytes[(start + 1)...].firstIndex {
      $0 == UInt8(ascii: "]") || (!isPure && $0 == UInt8(ascii: "["))
    }
    guard let end, bytes[end] == UInt8(ascii: "]"), let works = works(in: bytes, (start + 1)..<end)
    else {
      guard isPure else { return nil }
      let next = end.map { $0 + 1 } ?? bytes.count
      return (.brokenCitation(string(bytes[start..<next])), next)
    }
    return (.citation(works, isPure ? .bracket : .mixedBracket), end + 1)
  }

  private static func works(in bytes: [UInt8], _ place: Range<Int>) -> [CitedWork]? {
    var works: [CitedWork] = []
    for part in bytes[place].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let mark = part.indices.first(where: { CitationKey.mayBegin(at: $0, in: bytes) }),
        let key = CitationKey.place(behind: mark, in: bytes, before: part.endIndex, isLoose: true)
      else { return nil }
      var prefix = part[..<mark]
      let isYearOnly = prefix.last == UInt8(ascii: "-")
      if isYearOnly { prefix.removeLast() }
      let rest = part[key.end...]
      let locator = trimmed(rest.first == UInt8(ascii: ",") ? rest.dropFirst() : rest)
      works.append(
        CitedWork(
          key: string(bytes[key.place]), place: key.place, prefix: text(trimmed(prefix)),
          locator: text(locator), isYearOnly: isYearOnly))
    }
    return works
  }

  /// Reads a key in a sentence, with a locator in brackets if there is one.
  private static func narrative(at start: Int, in bytes: [UInt8]) -> Found? {
    guard CitationKey.mayBegin(at: start, in: bytes),
      let key = CitationKey.place(behind: start, in: bytes, before: bytes.count, isLoose: false)
    else { return nil }
    var work = CitedWork(key: string(bytes[key.place]), place: key.place)
    var end = key.end
    if bytes[key.end...].starts(with: " [".utf8) {
      let content = bytes[(key.end + 2)...].prefix { !"[]^@".utf8.contains($0) }
      if content.endIndex < bytes.count, bytes[content.endIndex] == UInt8(ascii: "]"),
        let locator = text(trimmed(content))
      {
        work.locator = locator
        end = content.endIndex + 1
      }
    }
    return (.citation([work], .narrative), end)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.isEmpty ? nil : string(bytes)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return [] }
    return start[...last]
  }
}

/// The syntax of bibliography keys in a text.
///
/// - Source: Pandoc's manual, "Citation syntax".
enum CitationKey {
  /// The longest key in braces, in bytes with its brace.
  private static let longest = 200

  /// Returns true for an `@` that may stand before a key: not within a word or an address.
  static func mayBegin(at index: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: "@"), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    guard isWord(next) || next == UInt8(ascii: "{") || letterWidth(at: index + 1, in: bytes) > 0
    else { return false }
    guard index > 0 else { return true }
    let last = bytes[index - 1]
    return last >= 0x80 || last <= 0x20 || "([{\"'*~,;-".utf8.contains(last)
  }

  /// Returns the place of the key behind an `@`, and the end of what names it: `key` or `{key}`.
  ///
  /// - Parameter isLoose: true within brackets, where a key ends at a space, comma or semicolon; in a
  ///   sentence it is of letters and digits, with single punctuation marks between them.
  static func place(
    behind mark: Int, in bytes: [UInt8], before end: Int, isLoose: Bool
  ) -> (place: Range<Int>, end: Int)? {
    let start = mark + 1
    if bytes[start] == UInt8(ascii: "{") {
      let close = bytes[start..<min(end, start + longest)].firstIndex(of: UInt8(ascii: "}"))
      guard let close, close > start + 1 else { return nil }
      return ((start + 1)..<close, close + 1)
    }
    var index = start
    while index < end {
      let width = isWord(bytes[index]) ? 1 : letterWidth(at: index, in: bytes)
      if width > 0 {
        index += width
        continue
      }
      guard index > start, isInner(bytes[index], isLoose: isLoose) else { break }
      let isBetween =
        index + 1 < end
        && (isWord(bytes[index + 1]) || letterWidth(at: index + 1, in: bytes) > 0)
      guard isBetween || isLoose else { break }
      index += 1
    }
    // The punctuation behind a key is not a part of it.
    while index > start, ".:?!".utf8.contains(bytes[index - 1]) { index -= 1 }
    return index > start ? (start..<index, index) : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static func isInner(_ byte: UInt8, isLoose: Bool) -> Bool {
    isLoose
      ? byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ",")
      : ":.#$%&-+?<>~/*".utf8.contains(byte)
  }

  /// Returns the length of a letter of an alphabet beyond ASCII; 0 for ideographs, which stand
  /// without spaces in a text, and for all else.
  private static func letterWidth(at index: Int, in bytes: [UInt8]) -> Int {
    guard (0xC3...0xDF).contains(bytes[index]), index + 1 < bytes.count else { return 0 }
    let scalar = UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    return Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? 2 : 0
  }
}
