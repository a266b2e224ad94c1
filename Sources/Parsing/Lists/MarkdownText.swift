/// Plain text within Markdown.
enum MarkdownText {
  /// Returns Markdown that shows a text as it is.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>&$@#~|'\"".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
