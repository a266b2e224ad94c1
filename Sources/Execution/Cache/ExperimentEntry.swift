import BookModel
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

  /// What was put out, as it was written.
  var transcript: [UInt8]
  /// The compiler's warnings about the experiment.
  var warnings: [Warning]

  private static let mark = Array("gradbook experiment 1\n".utf8)

  /// Makes an entry.
  init(transcript: [UInt8], warnings: [Warning]) {
    self.transcript = transcript
    self.warnings = warnings
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
      let count = Int(try reader.uint32())
      var warnings: [Warning] = []
      for _ in 0..<count {
        warnings.append(
          Warning(
            blocksAbove: Int(try reader.uint32()), line: Int(try reader.uint32()),
            column: Int(try reader.uint32()), text: try reader.string()))
      }
      let length = Int(try reader.uint32())
      guard length <= bytes.count - head else { return nil }
      self.init(transcript: Array(bytes.suffix(length)), warnings: warnings)
    } catch {
      return nil
    }
  }

  /// The entry as bytes that carry their own hash.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(warnings.count))
    for warning in warnings {
      writer.write(UInt32(warning.blocksAbove))
      writer.write(UInt32(warning.line))
      writer.write(UInt32(warning.column))
      writer.write(warning.text)
    }
    writer.write(UInt32(transcript.count))
    let payload = writer.bytes + transcript
    var digest = SHA256()
    digest.update(payload)
    return Self.mark + digest.digest() + payload
  }
}
