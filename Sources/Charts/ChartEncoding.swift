import Transcript

extension Chart {
  /// Returns the chart as bytes. `init(decoding:)` makes the same chart from them, to the bit; all
  /// nans are the same.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(title)
    x.write(to: &writer)
    y.write(to: &writer)
    writer.write(marks)
    writer.write(aspect.rawValue)
    writer.write(UInt32(panels.count))
    for panel in panels {
      writer.write(panel.title)
      writer.write(panel.marks)
    }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError.truncated` when bytes are missing, `.malformed` when there are too
  ///   many or they describe no chart, `.beyondLimit` when there is too much to draw.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    self.init(
      title: try reader.string(), x: try Axis(from: &reader), y: try Axis(from: &reader))
    marks = try reader.marks()
    guard let aspect = Aspect(rawValue: try reader.byte()) else { throw .malformed }
    self.aspect = aspect
    for _ in 0..<(try reader.uint32()) {
      panels.append(Panel(title: try reader.string(), marks: try reader.marks()))
    }
    guard reader.isAtEnd else { throw .malformed }
    if let excess = ChartSize(self).excess { throw .beyondLimit(excess) }
  }
}

extension ByteWriter {
  /// Writes the number of marks, then each after its tag.
  fileprivate mutating func write(_ marks: [Mark]) {
    write(UInt32(marks.count))
    for mark in marks { mark.write(to: &self) }
  }
}

extension ByteReader {
  /// Reads marks one by one, so that a wrong count only reaches the end of the bytes.
  fileprivate mutating func marks() throws(ByteReadingError) -> [Mark] {
    var marks: [Mark] = []
    for _ in 0..<(try uint32()) { marks.append(try Mark(from: &self)) }
    return marks
  }
}

extension Axis {
  /// Bits that state which optional parts follow an axis's scale.
  private enum Part {
    static var domain: UInt8 { 1 }
    static var categories: UInt8 { 2 }
  }

  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(label)
    writer.write(scale.rawValue)
    writer.write(
      (domain == nil ? 0 : Part.domain) | (categories.isEmpty ? 0 : Part.categories))
    if let domain {
      writer.write(domain.lowerBound)
      writer.write(domain.upperBound)
    }
    if !categories.isEmpty { writer.write(categories) }
    if scale == .symmetricLog { writer.write(threshold) }
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReadingError) {
    self.init(label: try reader.string())
    guard let scale = Scale(rawValue: try reader.byte()) else { throw .malformed }
    self.scale = scale
    let parts = try reader.byte()
    guard parts <= Part.domain | Part.categories else { throw .malformed }
    if parts & Part.domain != 0 {
      let (lower, upper) = (try reader.double(), try reader.double())
      guard lower <= upper else { throw .malformed }
      domain = lower...upper
    }
    if parts & Part.categories != 0 { categories = try reader.strings() }
    if scale == .symmetricLog { threshold = try reader.double() }
  }
}
