import Markdown
import MathML

/// What one reads of a heading: its text, with formulas as they are seen instead of their TeX.
enum HeadingText {
  /// The text of a heading.
  static func text(of heading: MarkdownNode) -> String {
    var text = ""
    var endsFormula = false
    for node in heading.descendants {
      var piece = node.literal ?? ""
      if endsFormula, node.kind == .text, piece.utf8.first == UInt8(ascii: "$") {
        piece.removeFirst()
      }
      endsFormula = false
      switch node.kind {
      case .text: text += piece
      case .code:
        if text.utf8.last == UInt8(ascii: "$"),
          node.nextSibling?.literal?.utf8.first == UInt8(ascii: "$")
        {
          text.removeLast()
          text += TeXFormula(piece, style: .inline).visibleText
          endsFormula = true
        } else {
          text += piece
        }
      case .softBreak, .lineBreak: text += " "
      default: break
      }
    }
    return text
  }
}
