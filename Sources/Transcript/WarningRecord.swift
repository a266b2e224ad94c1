/// A warning of the engine about a call in the block; the experiment goes on.
public struct WarningRecord: Hashable, Sendable {
  /// The line of the call in the chapter, counted from 1.
  public var line: Int
  /// Its column in bytes, counted from 1.
  public var column: Int
  /// The warning in words.
  public var message: String

  /// The most warnings of one experiment that are read.
  public static let limit = 20

  /// Makes a record.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// Returns the record as bytes. `init(decoding:)` makes the same record from them.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(clamping: line))
    writer.write(UInt32(clamping: column))
    writer.write(message)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a warning.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    line = Int(clamping: try reader.uint32())
    column = Int(clamping: try reader.uint32())
    message = try reader.string()
    guard reader.isAtEnd, line > 0, column > 0, OutputText.isValid(message) else {
      throw .malformed
    }
  }
}
