/// What the open pages are told.
enum BookEvent: Sendable {
  /// The book has another version.
  case changed(version: Int)
  /// The book cannot be read at present; the pages stay as they are.
  case unreadable(message: String)
}
