import Markup
import SwiftLexing

/// Colours Swift code when the page is built.
enum SwiftHighlighting {
  /// The code's lines, with an element around each piece that has a colour.
  /// - Parameter links: leads the names in it to where they are documented
  static func lines(of code: String, links: CodeLinks? = nil) -> HTML {
    var lines = MarkedLines()
    let bytes = code.utf8
    var end = bytes.startIndex
    let tokens = SwiftLexer.tokens(in: code)
    let found = links?.links(in: tokens, of: code) ?? [:]
    for (index, token) in tokens.enumerated() {
      let start = end
      end = bytes.index(start, offsetBy: token.range.count)
      let piece = Substring(bytes[start..<end])
      if let link = found[index] {
        lines.add(piece, within: link.element)
      } else {
        lines.add(piece, in: colour(of: token.kind))
      }
    }
    return lines.finish()
  }

  /// The element that the stylesheet colours; nil for what stays in ink. The most frequent ones are
  /// short.
  private static func colour(of kind: SwiftToken.Kind) -> MarkedLines.Element? {
    switch kind {
    case .keyword, .attribute, .directive: .init(opening: "<b>", closing: "</b>")
    case .number: .init(opening: "<i>", closing: "</i>")
    case .typeName: .init(opening: "<span class=\"t\">", closing: "</span>")
    case .string, .regex: .init(opening: "<span class=\"s\">", closing: "</span>")
    case .comment: .init(opening: "<span class=\"c\">", closing: "</span>")
    case .identifier, .functionName, .interpolation, .operator, .punctuation, .whitespace,
      .newline:
      nil
    }
  }
}
