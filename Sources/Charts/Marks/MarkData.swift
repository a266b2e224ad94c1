import Transcript

/// A mark of one kind, as a block says it. How it looks is no concern of this module.
protocol MarkData {
  /// Writes the mark so that `init(from:)` reads the same, to the bit.
  func write(to writer: inout ByteWriter)
  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError)
  /// How much there is to draw.
  var size: MarkSize { get }
}

extension MarkData {
  /// Writes the kind's tag, then the mark.
  func write(as kind: Mark.Kind, to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    write(to: &writer)
  }
}
