/// The escape sequences with which programs colour a terminal and move its cursor (ECMA-48).
enum TerminalSequence {
  /// Takes the rest of a sequence, after its ESC, from the front of `text`.
  ///
  /// - Returns: Whether there was a whole one; if not, nothing is taken.
  static func skip(_ text: inout Substring.UnicodeScalarView) -> Bool {
    var rest = text
    guard let introducer = rest.popFirst() else { return false }
    switch introducer {
    case "[":
      // Parameters and intermediates, then one final character.
      while let scalar = rest.popFirst() {
        if ("\u{20}"..."\u{3F}").contains(scalar) { continue }
        guard ("\u{40}"..."\u{7E}").contains(scalar) else { return false }
        text = rest
        return true
      }
      return false
    case "]":
      return skipCommandString(&rest, whole: &text)
    case "\u{40}"..."\u{5F}", "\u{60}"..."\u{7E}", "\u{30}"..."\u{3F}":
      text = rest
      return true
    default:
      return false
    }
  }

  /// Takes an operating system command (a window title, a link): it ends with BEL or with ESC `\`,
  /// and stands within one line.
  private static func skipCommandString(
    _ rest: inout Substring.UnicodeScalarView, whole text: inout Substring.UnicodeScalarView
  ) -> Bool {
    while let scalar = rest.popFirst() {
      if scalar == "\n" { return false }
      if scalar == "\u{07}" || (scalar == "\u{1B}" && rest.first == "\\") {
        if scalar == "\u{1B}" { rest.removeFirst() }
        text = rest
        return true
      }
    }
    return false
  }
}
