/// Writes numbers and texts as bytes, little-endian, in a form that `ByteReader` reads back exactly.
public struct ByteWriter {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts without any bytes.
  public init() {}

  /// Writes one byte.
  public mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Writes four bytes, the lowest first.
  public mutating func write(_ value: UInt32) {
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value &>> shift)) }
  }

  /// Writes the eight bytes of the bit pattern, the lowest first. The sign and payload of nan, which
  /// differ between processors and optimizations, are not written.
  public mutating func write(_ value: Double) {
    let bits = value.isNaN ? Double.nan.bitPattern : value.bitPattern
    write(UInt32(truncatingIfNeeded: bits))
    write(UInt32(truncatingIfNeeded: bits &>> 32))
  }

  /// Writes the number of bytes, then the UTF-8 bytes.
  public mutating func write(_ text: String) {
    #if !hasFeature(Embedded)
      let text = LocalTypeNames.shortened(text)
    #endif
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes the number of bytes, then the bytes.
  public mutating func write(byteArray bytes: [UInt8]) {
    write(UInt32(bytes.count))
    self.bytes += bytes
  }

  /// Writes the number of values, then the values.
  public mutating func write(_ values: [Double]) {
    write(UInt32(values.count))
    for value in values { write(value) }
  }

  /// Writes the number of texts, then the texts.
  public mutating func write(_ texts: [String]) {
    write(UInt32(texts.count))
    for text in texts { write(text) }
  }

  /// Writes a byte that is 1 if there is a text, then the text.
  public mutating func write(optional text: String?) {
    write(UInt8(text == nil ? 0 : 1))
    if let text { write(text) }
  }
}
