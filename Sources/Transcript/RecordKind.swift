/// What a record of a running block's output stream holds.
///
/// A program writes its outputs to standard output, in the order in which they happen, as records:
/// the byte 0, the kind (one byte), the length of the payload (four bytes, little-endian), the
/// payload. Bytes outside of records were written past the notebook (by C's `printf`, say); they
/// are text.
public enum RecordKind: UInt8, Sendable {
  /// Printed text, UTF-8.
  case text = 1
  /// A chart, as `Chart.encoded()` writes it.
  case chart = 2
  /// The message of an engine fault, UTF-8. The program traps right after it.
  case fault = 3
  /// A claim and whether it holds, as `CheckRecord.encoded()` writes it.
  case check = 4
  /// A published value, as `PublishedValue.encoded()` writes it.
  case value = 5
  /// A knob that was read, as `Knob.encoded()` writes it.
  case knob = 6
  /// A table, as `Table.encoded()` writes it.
  case table = 7
  /// How much is done, as a number from 0 to 1. Not an output: it is for whoever waits.
  case progress = 8
  /// What went beyond a limit, as `OutputExcess.encoded()` writes it. The program traps right after it.
  case limit = 9
  /// The program begins; it has no payload. A program that ends without it has done nothing that it was
  /// started for.
  case begin = 10
  /// The experiment came to its end; it has no payload.
  case end = 11
}
