import Markup
import SwiftLexing

/// Colours Swift code when the page is built.
enum SwiftHighlighting {
  /// The code's lines, with a `span` around each piece that has a colour.
  static func lines(of code: String) -> HTML {
    var lines = MarkedLines()
    let bytes = code.utf8
    var end = bytes.startIndex
    for token in SwiftLexer.tokens(in: code) {
      let start = end
      end = bytes.index(start, offsetBy: token.range.count)
      lines.add(Substring(bytes[start..<end]), class: className(of: token.kind))
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
