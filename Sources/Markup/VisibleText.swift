/// Text of unknown origin, such as an experiment's output, made safe and honest to look at.
///
/// Colour codes for a terminal vanish. Every other character that one cannot see but that changes
/// what one sees (a control character, a switch of the writing direction) becomes a marker.
public struct VisibleText {
  /// The text, in pieces that are shown plainly and pieces that are markers.
  public enum Piece: Equatable {
    /// Text that shows itself.
    case plain(String)
    /// The name of a character that does not, such as `U+202E`.
    case marker(String)
  }

  /// The pieces, in the order of the text.
  public let pieces: [Piece]

  /// Takes text apart.
  public init(_ text: some StringProtocol) {
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        if TerminalSequence.skip(&rest) { continue }
      } else if scalar == "\r", rest.first == "\n" {
        continue
      }
      if !Self.hides(scalar) {
        plain.append(scalar)
        continue
      }
      if !plain.isEmpty { pieces.append(.plain(String(plain))) }
      plain = String.UnicodeScalarView()
      pieces.append(.marker(Self.name(of: scalar)))
    }
    if !plain.isEmpty { pieces.append(.plain(String(plain))) }
    self.pieces = pieces
  }

  /// The text without colour codes; nil when markers are needed.
  public var plainText: String? {
    if pieces.isEmpty { return "" }
    guard pieces.count == 1, case .plain(let text) = pieces[0] else { return nil }
    return text
  }

  /// The text as markup, with each marker in a `span` of its own.
  public var html: HTML {
    var html: HTML = ""
    for piece in pieces {
      switch piece {
      case .plain(let text): html += HTML(text: text)
      case .marker(let name): html += "<span class=\"unseen\">\(name)</span>"
      }
    }
    return html
  }

  /// Returns true when a scalar cannot be seen itself but could change how the text around it
  /// looks, or is not allowed in HTML.
  private static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
