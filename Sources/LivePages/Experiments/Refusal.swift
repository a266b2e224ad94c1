import Transcript

/// The reason why an experiment cannot be run again in the page.
struct Refusal: Hashable, Sendable {
  /// A position in the experiment's program, as the compiler names it.
  struct Position: Hashable, Sendable {
    var line: Int
    var column: Int
  }

  /// The reason in words.
  var reason: String
  /// What to write instead, when there is something to suggest.
  var hint: String?
  /// The position of the reason; nil for the experiment as a whole.
  var position: Position?
  /// True when the reason may be gone the next time, so that it is not remembered.
  var isPassing = false

  /// Makes a refusal.
  init(_ reason: String, hint: String? = nil, at position: Position? = nil) {
    (self.reason, self.hint, self.position) = (reason, hint, position)
  }

  /// Returns a refusal for a reason that may be gone the next time.
  static func passing(_ reason: String, hint: String? = nil) -> Refusal {
    var refusal = Refusal(reason, hint: hint)
    refusal.isPassing = true
    return refusal
  }

  /// The refusal of an experiment that was not tried to the end.
  static let interrupted = passing("it was interrupted")

  /// Reads the result of `encoded()`; nil when it is something else.
  init?(decoding bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    do throws(ByteReadingError) {
      reason = try reader.string()
      let hint = try reader.string()
      self.hint = hint.isEmpty ? nil : hint
      let (line, column) = (Int(try reader.uint32()), Int(try reader.uint32()))
      position = line == 0 ? nil : Position(line: line, column: column)
    } catch {
      return nil
    }
  }

  /// Returns the refusal as bytes.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(reason)
    writer.write(hint ?? "")
    writer.write(UInt32(clamping: position?.line ?? 0))
    writer.write(UInt32(clamping: position?.column ?? 0))
    return writer.bytes
  }
}
