import Markdown

/// `{#id}` at the end of a heading or a caption. Other systems write attributes between the same braces.
public struct LabelSuffix: Equatable, Sendable {
  /// The id after the `#`; nil when there are only attributes.
  public let id: String?
  /// The braces with their content, when there is more in them than an id.
  public let attributes: String?
  /// The text before the suffix, without trailing space.
  public let rest: String

  /// Finds the suffix of a text; nil when it has none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    let inside = bytes[(open + 1)..<(bytes.count - 1)]
    let words = inside.split { $0 == 0x20 || $0 == 0x09 }
    guard let first = words.first, first[first.startIndex] != UInt8(ascii: "{") else { return nil }
    let label = words.first { $0.first == UInt8(ascii: "#") && $0.count > 1 }
    let isClass = first.first == UInt8(ascii: ".") || first.elementsEqual("-".utf8)
    guard label != nil || isClass || first.contains(UInt8(ascii: "=")) else { return nil }
    id = label.map { String(decoding: $0.dropFirst(), as: UTF8.self) }
    attributes =
      label == nil || words.count > 1 ? String(decoding: bytes[open...], as: UTF8.self) : nil
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
