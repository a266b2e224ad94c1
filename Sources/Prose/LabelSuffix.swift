import Markdown

/// `{#id}` at the end of a heading or a caption.
public struct LabelSuffix: Equatable, Sendable {
  /// The id after the `#`.
  public let id: String
  /// The text before the suffix, without trailing space.
  public let rest: String

  /// Finds the suffix of a text; nil when it has none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
      open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "#")
    else { return nil }
    id = String(decoding: bytes[(open + 2)..<(bytes.count - 1)], as: UTF8.self)
    var end = open
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    rest = String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Finds the suffix of a heading; nil when it has none.
  public init?(ofHeading heading: MarkdownNode) {
    guard let text = heading.lastChild, text.kind == .text, let literal = text.literal else {
      return nil
    }
    self.init(literal)
  }
}
