import Transcript

extension Chart {
  /// The chart as bytes, from which `init(decoding:)` makes the same chart, to the bit.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(title)
    x.write(to: &writer)
    y.write(to: &writer)
    writer.write(UInt32(marks.count))
    for mark in marks {
      switch mark {
      case .line(let line):
        writer.write(Mark.lineTag)
        line.write(to: &writer)
      }
    }
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
      guard try reader.byte() == Mark.lineTag else { throw .malformed }
      marks.append(.line(try LineMark(from: &reader)))
    }
    guard reader.isAtEnd else { throw .malformed }
  }
}

extension Mark {
  /// The byte before a line.
  fileprivate static var lineTag: UInt8 { 1 }
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

extension LineMark {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(UInt8(label == nil ? 0 : 1))
    if let label { writer.write(label) }
    writer.write(smoothing.rawValue)
    writer.write([Double](x.prefix(count)))
    writer.write([Double](y.prefix(count)))
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(x: [], y: [])
    switch try reader.byte() {
    case 0: break
    case 1: label = try reader.string()
    default: throw .malformed
    }
    guard let smoothing = Smoothing(rawValue: try reader.byte()) else { throw .malformed }
    self.smoothing = smoothing
    x = try reader.doubles()
    y = try reader.doubles()
    guard x.count == y.count else { throw .malformed }
  }
}
