/// One test of a claim by a running block.
public struct CheckRecord: Hashable, Sendable {
  /// The position of a check in the chapter.
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

  /// The largest number of failing claims that are named at one position.
  public static let namedFailures = 10

  /// The position of the check. Checks at one position belong together.
  public var place: Place
  /// True when the claim holds.
  public var holds: Bool
  /// The claim in words; nil when enough claims of this position have been named before.
  public var claim: String?

  /// Makes a record.
  public init(place: Place, holds: Bool, claim: String?) {
    self.place = place
    self.holds = holds
    self.claim = claim
  }

  /// Returns the record as bytes. `init(decoding:)` makes the same record from them.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt8((holds ? 1 : 0) | (claim == nil ? 0 : 2)))
    writer.write(UInt32(clamping: place.line))
    writer.write(UInt32(clamping: place.column))
    if let claim { writer.write(claim) }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a check.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    let flags = try reader.byte()
    guard flags <= 3 else { throw .malformed }
    holds = flags & 1 == 1
    place = Place(line: try reader.place(), column: try reader.place())
    claim = flags & 2 == 2 ? try reader.string() : nil
    guard reader.isAtEnd, claim.map({ !$0.isEmpty && OutputText.isValid($0) }) ?? true else {
      throw .malformed
    }
  }
}

extension ByteReader {
  /// Reads a line or column, from 1 to 100,000,000.
  fileprivate mutating func place() throws(ByteReadingError) -> Int {
    let number = try uint32()
    guard (1...100_000_000).contains(number) else { throw .malformed }
    return Int(number)
  }
}
