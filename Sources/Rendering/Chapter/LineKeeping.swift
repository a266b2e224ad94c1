import Markdown
import Markup

/// Keeps on one line what belongs together: a formula and the marks that touch it, and the last
/// characters of a Chinese paragraph.
///
/// Browsers may end a line at either side of a formula, whatever stands there.
enum LineKeeping {
  /// The longest text that is kept beside a formula.
  private static let longest = 24

  /// Takes from the text before an inline the marks that open there, such as a parenthesis.
  /// - Returns: the marks; nil without any
  static func takeOpening(before node: MarkdownNode) -> String? {
    guard let text = node.previousSibling, text.kind == .text, let literal = text.literal else {
      return nil
    }
    let scalars = literal.unicodeScalars
    var start = scalars.endIndex
    while start > scalars.startIndex, opens(scalars[scalars.index(before: start)]) {
      start = scalars.index(before: start)
    }
    if start == scalars.endIndex { return nil }
    text.setLiteral(String(scalars[..<start]))
    return String(scalars[start...])
  }

  /// Takes from the text behind an inline the characters that touch it: its marks, and the rest of the
  /// word that it begins, such as that of `n`th.
  /// - Returns: the characters; nil without any
  static func takeClosing(after node: MarkdownNode) -> String? {
    // Behind the last inline of bold words stands what follows these.
    let isStressed = node.parent?.kind == .strong || node.parent?.kind == .emphasis
    let next = node.nextSibling ?? (isStressed ? node.parent?.nextSibling : nil)
    guard let text = next, text.kind == .text, let literal = text.literal else { return nil }
    let scalars = literal.unicodeScalars
    var end = scalars.startIndex
    var count = 0
    while end < scalars.endIndex, count < longest {
      let scalar = scalars[end]
      if scalar.properties.isWhitespace || CJKText.isWide(scalar) && !closes(scalar) { break }
      end = scalars.index(after: end)
      count += 1
      if isDash(scalar) { break }
    }
    if end == scalars.startIndex { return nil }
    text.setLiteral(String(scalars[end...]))
    return String(scalars[..<end])
  }

  /// Returns true when a line may end behind a formula's Chinese marks although no space follows, but
  /// another inline: some browsers do not end one between the two by themselves.
  static func mayEndLine(_ marks: String?, before node: MarkdownNode) -> Bool {
    guard let last = marks?.unicodeScalars.last, CJKText.isWide(last), closes(last) else {
      return false
    }
    guard let next = node.nextSibling else { return false }
    return next.kind != .text || next.literal?.isEmpty ?? true && next.nextSibling != nil
  }

  /// Keeps the last character of a Chinese paragraph on the line of what is before it: another
  /// character, a word, or a short formula.
  static func keepEnd(of paragraph: MarkdownNode) {
    guard let text = paragraph.lastChild, text.kind == .text, let literal = text.literal else {
      return
    }
    let scalars = Array(literal.unicodeScalars)
    let marks = scalars.reversed().prefix(while: closes).count
    guard let last = scalars.dropLast(marks).last, CJKText.isWide(last) else { return }
    let before = scalars.dropLast(marks + 1)
    // Between Chinese and other text there may be a space.
    let word = before.reversed().prefix { !CJKText.isWide($0) }.count
    let neighbour = text.previousSibling
    let takesNeighbour = word == before.count
    var length = marks + 1 + max(word, 1)
    guard length <= longest else { return }
    // The line may end at the space before the word.
    if !takesNeighbour, scalars[scalars.count - length] == " " { length -= 1 }
    guard !takesNeighbour || neighbour.map(isShort) ?? false else { return }
    let rest = scalars.dropLast(length)
    let end = scalars.suffix(length)
    if rest.isEmpty, !takesNeighbour { return }
    text.setLiteral(String(String.UnicodeScalarView(rest)))
    let span = paragraph.appendInline(opening: "<span class=\"kept\">", closing: "</span>")
    if takesNeighbour, let neighbour { span.adopt(neighbour) }
    span.append(text: String(String.UnicodeScalarView(end)))
  }

  /// Returns true for a formula that fits on any line together with a few characters.
  private static func isShort(_ node: MarkdownNode) -> Bool {
    node.kind == .customInline && (1...8).contains(node.plainText.unicodeScalars.count)
  }

  /// Lets a line end within long code behind a parenthesis, a dot or a stroke, and within a long name
  /// before a capital letter, rather than anywhere.
  /// - Returns: the code; nil when it stays as it is
  static func divided(_ code: String) -> HTML? {
    guard code.utf8.count > longCode else { return nil }
    let bytes = Array(code.utf8)
    var pieces: [HTML] = []
    var start = 0
    for place in bytes.indices.dropLast()
    where isMark(bytes, place) || endsPart(of: bytes, at: place) {
      pieces.append(VisibleText(String(decoding: bytes[start...place], as: UTF8.self)).html)
      start = place + 1
    }
    if pieces.isEmpty { return nil }
    pieces.append(VisibleText(String(decoding: bytes[start...], as: UTF8.self)).html)
    return pieces.joined(separator: "<wbr/>")
  }

  /// Returns true for a mark behind which a line may end: not within `...` or `()`.
  private static func isMark(_ bytes: [UInt8], _ place: Int) -> Bool {
    let next = bytes[place + 1]
    return "(./<".utf8.contains(bytes[place]) && next != UInt8(ascii: ".")
      && next != UInt8(ascii: ")")
  }

  /// Returns true when a capital letter follows a small one, in a name that is long.
  private static func endsPart(of bytes: [UInt8], at place: Int) -> Bool {
    guard isLower(bytes[place]), isUpper(bytes[place + 1]) else { return false }
    let before = bytes[...place].reversed().prefix { isLower($0) || isUpper($0) }.count
    return before + bytes[(place + 1)...].prefix { isLower($0) || isUpper($0) }.count > longCode
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// The length up to which code fits on a line of the narrowest screen.
  private static let longCode = 16

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation: true
    default: false
    }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .dashPunctuation
  }
}
