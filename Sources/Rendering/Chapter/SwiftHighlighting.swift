import Markup
import SwiftLexing

/// Colours Swift code when the page is built.
enum SwiftHighlighting {
  /// The code's lines, with a `span` around each piece that has a colour.
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
        lines.add(piece, class: className(of: token.kind))
      }
    }
    return lines.finish()
  }

  /// The class that the stylesheet colours; nil for what stays in ink.
  private static func className(of kind: SwiftToken.Kind) -> HTML? {
    switch kind {
    case .keyword: "k"
    case .attribute, .directive: "a"
    case .typeName: "t"
    case .string, .regex: "s"
    case .number: "n"
    case .comment: "c"
    case .identifier, .functionName, .interpolation, .operator, .punctuation, .whitespace,
      .newline:
      nil
    }
  }
}
