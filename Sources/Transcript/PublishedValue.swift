/// A value that a block gives to the prose, under a name.
public struct PublishedValue: Hashable, Sendable {
  /// What can be published.
  public enum Content: Hashable, Sendable {
    /// A number; the prose says how it is written.
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

  /// The value as bytes, from which `init(decoding:)` makes the same, to the bit.
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
