/// Code as a page's listings show it, for an editor.
public enum CodeColours {
  /// Returns the lines of Swift code, each in an element of its own, with an element around each piece
  /// that has a colour.
  public static func markup(of code: String) -> String {
    SwiftHighlighting.lines(of: code).markup
  }
}
