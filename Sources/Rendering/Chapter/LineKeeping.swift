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
    guard let text = node.nextSibling, text.kind == .text, let literal = text.literal else {
      return nil
    }
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

  /// Keeps the last two characters of a Chinese paragraph together, so that none is alone on its last
  /// line.
  static func keepEnd(of paragraph: MarkdownNode) {
    guard let text = paragraph.lastChild, text.kind == .text, let literal = text.literal else {
      return
    }
    let scalars = Array(literal.unicodeScalars)
    let marks = scalars.reversed().prefix(while: closes).count
    let letters = scalars.count - marks
    guard letters > 2, scalars[letters - 2..<letters].allSatisfy(CJKText.isWide) else { return }
    let end = String(String.UnicodeScalarView(scalars[(letters - 2)...]))
    text.setLiteral(String(String.UnicodeScalarView(scalars[..<(letters - 2)])))
    paragraph.appendInline(opening: "<span class=\"kept\">", closing: "</span>")
      .append(text: end)
  }

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
