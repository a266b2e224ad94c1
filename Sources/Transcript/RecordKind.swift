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
}
