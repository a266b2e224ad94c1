import BookModel
import Digests
import Transcript

/// What is remembered of an experiment that ended well.
struct ExperimentEntry: Equatable, Sendable {
  /// A warning of the compiler, at a place that does not move when the prose does.
  struct Warning: Equatable, Sendable {
    /// How many setup blocks above it is; 0 for the experiment itself, 1 for the nearest one.
    var blocksAbove: Int
    /// The line within the block's code, from 0.
    var line: Int
    /// The column within the block's code, from 0.
    var column: Int
    /// The text.
    var text: String
  }

  /// What went wrong, at places that do not move when the prose does.
  struct Failure: Equatable, Sendable {
    /// The place and the message.
    var message: Warning
    /// The next step.
    var hint: String?
    /// Further places.
    var notes: [Warning]
  }

  /// What was put out, as it was written.
  var transcript: [UInt8]
  /// The compiler's warnings about the experiment.
  var warnings: [Warning]
  /// What went wrong, in an experiment that is meant to go wrong.
  var failure: Failure?

  private static let mark = Array("gradbook experiment 2\n".utf8)

  /// Makes an entry.
  init(transcript: [UInt8], warnings: [Warning], failure: Failure? = nil) {
    self.transcript = transcript
    self.warnings = warnings
    self.failure = failure
  }

  /// Reads what `encoded()` made; nil when a single byte of it is not as it was.
  init?(decoding bytes: [UInt8]) {
    let head = Self.mark.count + 32
    guard bytes.count >= head, bytes.starts(with: Self.mark) else { return nil }
    var digest = SHA256()
    digest.update(Array(bytes[head...]))
    guard bytes[Self.mark.count..<head].elementsEqual(digest.digest()) else { return nil }
    var reader = ByteReader(Array(bytes[head...]))
    do throws(ByteReadingError) {
      let warnings = try reader.warnings()
      let failure = try reader.byte() == 0 ? nil : try reader.failure()
      let length = Int(try reader.uint32())
      guard length <= bytes.count - head else { return nil }
      self.init(transcript: Array(bytes.suffix(length)), warnings: warnings, failure: failure)
    } catch {
      return nil
    }
  }

  /// The entry as bytes that carry their own hash.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(warnings)
    writer.write(UInt8(failure == nil ? 0 : 1))
    if let failure {
      writer.write([failure.message])
      writer.write(UInt8(failure.hint == nil ? 0 : 1))
      writer.write(failure.hint ?? "")
      writer.write(failure.notes)
    }
    writer.write(UInt32(transcript.count))
    let payload = writer.bytes + transcript
    var digest = SHA256()
    digest.update(payload)
    return Self.mark + digest.digest() + payload
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ warnings: [ExperimentEntry.Warning]) {
    write(UInt32(warnings.count))
    for warning in warnings {
      write(UInt32(warning.blocksAbove))
      write(UInt32(warning.line))
      write(UInt32(warning.column))
      write(warning.text)
    }
  }
}

extension ByteReader {
  fileprivate mutating func warnings() throws(ByteReadingError) -> [ExperimentEntry.Warning] {
    var warnings: [ExperimentEntry.Warning] = []
    for _ in 0..<(try uint32()) {
      warnings.append(
        .init(
          blocksAbove: Int(try uint32()), line: Int(try uint32()), column: Int(try uint32()),
          text: try string()))
    }
    return warnings
  }

  fileprivate mutating func failure() throws(ByteReadingError) -> ExperimentEntry.Failure {
    guard let message = try warnings().first else { throw .malformed }
    let hasHint = try byte() == 1
    let hint = try string()
    return .init(message: message, hint: hasHint ? hint : nil, notes: try warnings())
  }
}
