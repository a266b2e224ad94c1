import BookModel
import Digests
import Transcript

/// The cached result of an experiment that ended as expected.
struct ExperimentEntry: Equatable, Sendable {
  /// The bytes that the experiment wrote to standard output.
  var transcript: [UInt8]
  /// The text that it wrote to standard error.
  var standardError = ""
  /// The compiler's warnings about the experiment.
  var warnings: [IslandDiagnostic]
  /// The failure of an experiment that is meant to fail.
  var failure: IslandDiagnostic?

  private static let mark = Array("gradbook experiment 3\n".utf8)

  /// Makes an entry.
  init(
    transcript: [UInt8], standardError: String = "", warnings: [IslandDiagnostic],
    failure: IslandDiagnostic? = nil
  ) {
    self.transcript = transcript
    self.standardError = standardError
    self.warnings = warnings
    self.failure = failure
  }

  /// Reads the result of `encoded(as:)`; nil when any byte of it has changed, or when it was made
  /// for another name.
  init?(decoding bytes: [UInt8], as name: String) {
    let head = Self.mark.count + 32
    guard bytes.count >= head, bytes.starts(with: Self.mark) else { return nil }
    var digest = SHA256()
    digest.update(Array(bytes[head...]))
    guard bytes[Self.mark.count..<head].elementsEqual(digest.digest()) else { return nil }
    var reader = ByteReader(Array(bytes[head...]))
    do throws(ByteReadingError) {
      guard try reader.string() == name else { return nil }
      let warnings = try reader.diagnostics()
      let failures = try reader.diagnostics()
      let standardError = try reader.string()
      let length = Int(try reader.uint32())
      guard length <= bytes.count - head else { return nil }
      self.init(
        transcript: Array(bytes.suffix(length)), standardError: standardError, warnings: warnings,
        failure: failures.first)
    } catch {
      return nil
    }
  }

  /// Returns the entry as bytes, which include their own hash and the entry's name.
  func encoded(as name: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(name)
    writer.write(warnings)
    writer.write(failure.map { [$0] } ?? [])
    writer.write(standardError)
    writer.write(UInt32(transcript.count))
    let payload = writer.bytes + transcript
    var digest = SHA256()
    digest.update(payload)
    return Self.mark + digest.digest() + payload
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ position: SourcePosition) {
    write(UInt32(clamping: position.line))
    write(UInt32(clamping: position.column))
  }

  fileprivate mutating func write(_ diagnostics: [IslandDiagnostic]) {
    write(UInt32(diagnostics.count))
    for diagnostic in diagnostics {
      write(UInt8(diagnostic.severity == .error ? 1 : 0))
      write(UInt8(diagnostic.position == nil ? 0 : 1))
      write(diagnostic.position ?? SourcePosition(line: 0, column: 0))
      write(diagnostic.message)
      write(UInt8(diagnostic.hint == nil ? 0 : 1))
      write(diagnostic.hint ?? "")
      write(UInt32(diagnostic.notes.count))
      for note in diagnostic.notes {
        write(note.position)
        write(note.message)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func position() throws(ByteReadingError) -> SourcePosition {
    SourcePosition(line: Int(try uint32()), column: Int(try uint32()))
  }

  fileprivate mutating func diagnostics() throws(ByteReadingError) -> [IslandDiagnostic] {
    var diagnostics: [IslandDiagnostic] = []
    for _ in 0..<(try uint32()) {
      let severity: Diagnostic.Severity = try byte() == 1 ? .error : .warning
      let hasPosition = try byte() == 1
      let position = try position()
      let message = try string()
      let hasHint = try byte() == 1
      let hint = try string()
      var diagnostic = IslandDiagnostic(
        severity: severity, position: hasPosition ? position : nil, message: message,
        hint: hasHint ? hint : nil)
      for _ in 0..<(try uint32()) {
        diagnostic.notes.append(.init(position: try self.position(), message: try string()))
      }
      diagnostics.append(diagnostic)
    }
    return diagnostics
  }
}
