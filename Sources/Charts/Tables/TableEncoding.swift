import Transcript

extension Table {
  /// The first limit that the table exceeds; nil when it is small enough.
  public var excess: OutputExcess? { .of(columns.count, .columns) ?? .of(rowCount, .rows) }

  /// The fault in the table's texts; nil when it can be shown.
  public var fault: String? {
    if columns.isEmpty { return "found a table without columns" }
    let isFit =
      (columns + [caption ?? ""]).allSatisfy(OutputText.isValid)
      && rows.allSatisfy { $0.allSatisfy(OutputText.isValid) }
    return isFit
      ? nil : "a cell must be one line of at most \(OutputText.maximumLength) bytes"
  }

  /// Returns the table as bytes. `init(decoding:)` makes the same table from them.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(optional: caption)
    writer.write(UInt32(columns.count))
    writer.write(UInt32(rows.count))
    for text in columns { writer.write(text) }
    for row in rows { for text in row { writer.write(text) } }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// - Throws: `ByteReadingError` when the bytes are not a table, `.beyondLimit` when it is too large.
  public init(decoding bytes: [UInt8]) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    let caption = try reader.optionalString()
    let width = try reader.uint32()
    let height = try reader.uint32()
    for (number, limit) in [(width, OutputLimit.columns), (height, .rows)] {
      if let excess = OutputExcess.of(Int(clamping: number), limit) { throw .beyondLimit(excess) }
    }
    self.init(columns: try reader.strings(Int(width)), caption: caption)
    for _ in 0..<height { addRow(try reader.strings(Int(width))) }
    guard reader.isAtEnd, fault == nil else { throw .malformed }
  }
}

extension ByteReader {
  fileprivate mutating func strings(_ count: Int) throws(ByteReadingError) -> [String] {
    var texts: [String] = []
    for _ in 0..<count { texts.append(try string()) }
    return texts
  }
}
