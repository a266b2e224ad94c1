/// A named value that a block publishes for the prose.
public struct PublishedValue: Hashable, Sendable {
  /// The types of published values.
  public enum Content: Hashable, Sendable {
    /// A number; its format is given in the prose.
    case number(Double)
    /// A text.
    case text(String)
  }

  /// The name, as `OutputName` allows.
  public var name: String
  /// The value.
  public var content: Content

  /// Makes a value.
  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// Returns the value as bytes. `init(decoding:)` makes the same value from them, to the bit.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(name)
    switch content {
    case .number(let number):
      writer.write(0 as UInt8)
      writer.write(number)
    case .text(let text):
      writer.write(1 as UInt8)
      writer.write(text)
    }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a value.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    name = try reader.string()
    switch try reader.byte() {
    case 0: content = .number(try reader.double())
    case 1:
      let text = try reader.string()
      guard OutputText.isValid(text) else { throw .malformed }
      content = .text(text)
    default: throw .malformed
    }
    guard reader.isAtEnd, OutputName.isValid(name) else { throw .malformed }
  }
}
