import Transcript

extension Chart {
  /// The chart as bytes, from which `init(decoding:)` makes the same chart, to the bit.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(title)
    x.write(to: &writer)
    y.write(to: &writer)
    writer.write(UInt32(marks.count))
    for mark in marks { mark.write(to: &writer) }
    writer.write(aspect.rawValue)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError.truncated` when bytes are missing, `.malformed` when they are
  ///   too many or say something that no chart is.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    self.init(
      title: try reader.string(), x: try Axis(from: &reader), y: try Axis(from: &reader))
    // Marks are read one by one: a count that lies meets the end of the bytes.
    for _ in 0..<(try reader.uint32()) {
      marks.append(try Mark(tag: try reader.byte(), from: &reader))
    }
    guard let aspect = Aspect(rawValue: try reader.byte()), reader.isAtEnd else {
      throw .malformed
    }
    self.aspect = aspect
  }
}

extension Mark {
  fileprivate func write(to writer: inout ByteWriter) {
    let kind = kind
    writer.write(kind.tag)
    kind.write(&writer)
  }
}

extension Axis {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(label)
    writer.write(scale.rawValue)
    writer.write(UInt8(domain == nil ? 0 : 1))
    if let domain {
      writer.write(domain.lowerBound)
      writer.write(domain.upperBound)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.string())
    guard let scale = Scale(rawValue: try reader.byte()) else { throw .malformed }
    self.scale = scale
    switch try reader.byte() {
    case 0: break
    case 1:
      let (lower, upper) = (try reader.double(), try reader.double())
      guard lower <= upper else { throw .malformed }
      domain = lower...upper
    default: throw .malformed
    }
  }
}

extension ByteWriter {
  /// Writes whether there is a text, and the text.
  mutating func write(optional text: String?) {
    write(UInt8(text == nil ? 0 : 1))
    if let text { write(text) }
  }
}

extension ByteReader {
  /// Reads what `write(optional:)` wrote.
  mutating func optionalString() throws(ByteReadingError) -> String? {
    switch try byte() {
    case 0: return nil
    case 1: return try string()
    default: throw .malformed
    }
  }
}
