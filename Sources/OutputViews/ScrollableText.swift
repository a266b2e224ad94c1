import Markup

/// Judges whether a monospaced text may need scrolling somewhere between a phone and a desk.
public struct ScrollableText {
  /// The columns that fit beside each other on the narrowest screen, 320 px wide.
  static let narrowColumns = 30
  /// The lines that fit below each other where the height is bounded.
  static let boundedLines = 20

  /// True when the text has more lines than are shown at once.
  public let isLong: Bool
  /// True when the text is wider or longer than the narrowest screen shows.
  public let mayScroll: Bool

  /// Judges a text by its lines.
  public init(_ text: some StringProtocol) {
    var lines = 0
    var columns = 0
    var widest = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        lines += 1
        widest = max(widest, columns)
        columns = 0
      case 0x80..<0xC0: break
      // Characters of three bytes or more are mostly twice as wide.
      default: columns += byte < 0xE0 ? 1 : 2
      }
    }
    isLong = lines > Self.boundedLines
    mayScroll = isLong || max(widest, columns) > Self.narrowColumns
  }

  /// The attributes that make the text's element reachable by keyboard, if it has to be.
  public func attributes(label: String) -> HTML {
    mayScroll ? " tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"" : ""
  }
}
