/// An explanation of something at a place of a chapter.
package struct Explanation: Equatable, Sendable {
  /// The text.
  package var markdown: String
  /// The bytes that it explains, if they are known.
  package var range: Range<Int>?
}
