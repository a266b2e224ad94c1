/// A position in a text file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  public var column: Int

  /// Makes a position from a 1-based line and a 1-based column in bytes.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions by line, then by column.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a file: from `start` to just before `end`.
public struct SourceRange: Hashable, Sendable {
  /// The file's path, as the user named it.
  public var file: String
  /// The first byte of the range.
  public var start: SourcePosition
  /// The first byte after the range; equal to `start` for a point.
  public var end: SourcePosition

  /// Makes a range; without `end` it is a point.
  public init(file: String, start: SourcePosition, end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }

  /// A point at a 1-based line and column in bytes.
  public init(file: String, line: Int, column: Int) {
    self.init(file: file, start: SourcePosition(line: line, column: column))
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column` of the first byte.
  public var description: String { "\(file):\(start.line):\(start.column)" }
}
