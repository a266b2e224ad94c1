/// The kind of a record in a running block's output stream.
///
/// A program writes its outputs to standard output, in the order in which they happen, as records:
/// the byte 0, the kind (one byte), the length of the payload (four bytes, little-endian), the
/// payload. Bytes between records were written without the notebook (by C's `printf`, for example);
/// they are text.
public enum RecordKind: UInt8, Sendable {
  /// Printed text, UTF-8.
  case text = 1
  /// A chart, as `Chart.encoded()` writes it.
  case chart = 2
  /// The message of an engine fault, UTF-8. The program traps right after it.
  case fault = 3
  /// A claim and its result, as `CheckRecord.encoded()` writes it.
  case check = 4
  /// A published value, as `PublishedValue.encoded()` writes it.
  case value = 5
  /// A knob that was read, as `Knob.encoded()` writes it.
  case knob = 6
  /// A table, as `Table.encoded()` writes it.
  case table = 7
  /// The progress as a number from 0 to 1. It is shown while the experiment runs, and is not an
  /// output.
  case progress = 8
  /// The excess over a limit, as `OutputExcess.encoded()` writes it. The program traps right after
  /// it.
  case limit = 9
  /// The experiment begins; there is no payload. A program that ends without it has not run the
  /// experiment.
  case begin = 10
  /// The experiment reached its end; there is no payload.
  case end = 11
  /// A warning of the engine, as `WarningRecord.encoded()` writes it.
  case warning = 12
}
