/// A place in the text that a `MarkdownDocument` was made from.
public struct MarkdownPosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  public var column: Int

  /// Makes a position from a 1-based line and a 1-based column in bytes.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they stand in the text.
  public static func < (a: MarkdownPosition, b: MarkdownPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
