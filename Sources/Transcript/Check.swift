/// A claim of the text, put to the test by the block that it stands in.
public struct Check: Hashable, Sendable {
  /// Where in the chapter a claim was put to the test.
  public struct Place: Hashable, Sendable {
    /// The line, counted from 1.
    public var line: Int
    /// The column in bytes, counted from 1.
    public var column: Int

    /// Makes a place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The claim in words.
  public var claim: String
  /// Where it was found not to hold; nil when it holds. What holds has no place to look at, so what
  /// is remembered of it does not depend on where it stands.
  public var failure: Place?

  /// Makes a check.
  public init(claim: String, failure: Place? = nil) {
    self.claim = claim
    self.failure = failure
  }

  /// Whether the claim holds.
  public var holds: Bool { failure == nil }

  /// The check as bytes, from which `init(decoding:)` makes the same.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt8(holds ? 1 : 0))
    if let failure {
      writer.write(UInt32(clamping: failure.line))
      writer.write(UInt32(clamping: failure.column))
    }
    writer.write(claim)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a check.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    switch try reader.byte() {
    case 0: failure = Place(line: try reader.place(), column: try reader.place())
    case 1: failure = nil
    default: throw .malformed
    }
    claim = try reader.string()
    guard reader.isAtEnd, !claim.isEmpty, OutputText.isValid(claim) else { throw .malformed }
  }
}

extension ByteReader {
  /// Reads a line or column, at least 1 and small enough to be counted with.
  fileprivate mutating func place() throws(ByteReadingError) -> Int {
    let number = try uint32()
    guard (1...100_000_000).contains(number) else { throw .malformed }
    return Int(number)
  }
}
