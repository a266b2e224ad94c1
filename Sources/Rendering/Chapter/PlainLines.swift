import Markup

/// Lines of a language that is not highlighted.
enum PlainLines {
  /// The code's lines as markup.
  static func lines(of code: String) -> HTML {
    var lines = MarkedLines()
    lines.add(code)
    return lines.finish()
  }
}
