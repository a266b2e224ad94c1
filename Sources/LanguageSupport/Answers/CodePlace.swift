/// A place to go to.
package enum CodePlace: Equatable, Sendable {
  /// Bytes of a chapter's text.
  case chapter(path: String, Range<Int>)
  /// A place of another file; line and column from 0, the column in UTF-16 units.
  case file(path: String, line: Int, utf16Column: Int)
}
