import Transcript

/// The values of one kind of mark, without its looks.
protocol MarkData {
  /// Writes the mark. `init(from:)` reads the same one, to the bit.
  func write(to writer: inout ByteWriter)
  /// Reads what `write` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError)
  /// The amount of drawing.
  var size: MarkSize { get }
}

extension MarkData {
  /// Writes the kind's tag, then the mark.
  func write(as kind: Mark.Kind, to writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    write(to: &writer)
  }
}
