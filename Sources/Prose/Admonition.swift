import Markdown

/// A block quote that begins with a line such as `[!NOTE]`.
public struct Admonition {
  /// The kinds of admonitions.
  public enum Kind: String, CaseIterable, Sendable {
    case note
    case tip
    case important
    case warning
    case caution

    /// The word between the brackets.
    public var word: String { rawValue.uppercased() }

    /// Finds the kind with a word, in capital or small letters; nil for an unknown word.
    public init?(word: String) { self.init(rawValue: word.lowercased()) }
  }

  /// The word between `[!` and `]`.
  public let word: String
  /// The text node that begins with the marker.
  public let marker: MarkdownNode
  /// True when there is more text on the marker's line.
  public let hasMoreOnLine: Bool

  /// The kind; nil for an unknown word.
  public var kind: Kind? { Kind(word: word) }

  /// Reads the marker of a block quote; nil when it has none.
  public init?(_ quote: MarkdownNode) {
    guard quote.kind == .blockQuote, let paragraph = quote.firstChild,
      paragraph.kind == .paragraph, let text = paragraph.firstChild, text.kind == .text,
      let literal = text.literal, literal.utf8.starts(with: "[!".utf8),
      let close = literal.utf8.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let word = literal.utf8[literal.utf8.index(literal.startIndex, offsetBy: 2)..<close]
    let isWord = word.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF)
    }
    guard isWord, !word.isEmpty else { return nil }
    self.word = String(Substring(word))
    marker = text
    let rest = literal.utf8[literal.utf8.index(after: close)...]
    let next = text.nextSibling
    hasMoreOnLine =
      rest.contains { $0 != 0x20 && $0 != 0x09 }
      || next.map { $0.kind != .softBreak && $0.kind != .lineBreak } ?? false
  }
}
