/// The reason why bytes could not be read.
public enum ByteReadingError: Error, Equatable {
  /// The bytes end in the middle of a value.
  case truncated
  /// A text is not UTF-8, a tag is unknown, or values contradict each other.
  case malformed
  /// The decoded value exceeds a limit.
  case beyondLimit(OutputExcess)
}

/// Reads what `ByteWriter` wrote. Never reads past the end, whatever the bytes are.
public struct ByteReader {
  private var rest: ArraySlice<UInt8>

  /// Starts at the first of `bytes`.
  public init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// True when all bytes have been read.
  public var isAtEnd: Bool { rest.isEmpty }

  /// Reads one byte.
  public mutating func byte() throws(ByteReadingError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .truncated }
    return byte
  }

  /// Reads four bytes, the lowest first.
  public mutating func uint32() throws(ByteReadingError) -> UInt32 {
    var value: UInt32 = 0
    for byte in try take(4).reversed() { value = value &<< 8 | UInt32(byte) }
    return value
  }

  /// Reads a number, exact to the bit.
  public mutating func double() throws(ByteReadingError) -> Double {
    let low = try uint32()
    let high = try uint32()
    return Double(bitPattern: UInt64(high) &<< 32 | UInt64(low))
  }

  /// Reads a text.
  public mutating func string() throws(ByteReadingError) -> String {
    let bytes = try take(count())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
    return text
  }

  /// Reads an array of bytes.
  public mutating func byteArray() throws(ByteReadingError) -> [UInt8] { Array(try take(count())) }

  /// Reads an array of numbers.
  public mutating func doubles() throws(ByteReadingError) -> [Double] {
    let count = try count()
    guard rest.count / 8 >= count else { throw .truncated }
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try double()) }
    return values
  }

  /// Reads an array of texts. A wrong count only reaches the end of the bytes.
  public mutating func strings() throws(ByteReadingError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try uint32()) { texts.append(try string()) }
    return texts
  }

  /// Reads an optional text.
  public mutating func optionalString() throws(ByteReadingError) -> String? {
    switch try byte() {
    case 0: return nil
    case 1: return try string()
    default: throw .malformed
    }
  }

  /// Reads a count. One that does not fit into `Int`, which may have 32 bits, cannot be matched by
  /// any bytes.
  private mutating func count() throws(ByteReadingError) -> Int {
    guard let count = Int(exactly: try uint32()) else { throw .truncated }
    return count
  }

  private mutating func take(_ count: Int) throws(ByteReadingError) -> ArraySlice<UInt8> {
    guard count >= 0, rest.count >= count else { throw .truncated }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
