import Transcript

/// A chapter's part of the whole books in its language. It depends on which chapters there are, and
/// not on what the others say.
public struct BookPart: Equatable, Sendable {
  /// The sections, for the contents of the electronic book.
  let sections: [PageContents.Section]
  /// The scripts that its text has a use for, by their fingerprints.
  let scripts: [String]
  /// Its part of the page to print.
  let printed: [UInt8]
  /// Its file in the electronic book.
  let electronic: Electronic
  /// Its part of the index for the search.
  let searched: [UInt8]

  /// A chapter's file in the electronic book.
  struct Electronic: Equatable, Sendable {
    /// The file's content.
    let content: ZipArchive.Content
    /// Its SHA-256.
    let digest: [UInt8]
    /// True when it holds MathML.
    let hasFormulas: Bool
    /// True when it holds SVG.
    let hasDrawings: Bool
  }
}

extension BookPart {
  /// The part as bytes, from which `init(from:)` makes the same.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt32(sections.count))
    for section in sections {
      writer.write(section.anchor)
      writer.write(section.title)
    }
    writer.write(UInt32(scripts.count))
    for script in scripts { writer.write(script) }
    writer.write(byteArray: printed)
    writer.write(byteArray: electronic.digest)
    writer.write(UInt8((electronic.hasFormulas ? 1 : 0) | (electronic.hasDrawings ? 2 : 0)))
    writer.write(UInt8(electronic.content.isPacked ? 1 : 0))
    writer.write(electronic.content.checkSum)
    writer.write(electronic.content.length)
    writer.write(byteArray: electronic.content.stored)
    writer.write(byteArray: searched)
    return writer.bytes
  }

  /// Reads what `encoded()` wrote, to the end of the bytes.
  /// - Throws: `ByteReadingError` when the bytes are no part.
  public init(from reader: inout ByteReader) throws(ByteReadingError) {
    var sections: [PageContents.Section] = []
    for _ in 0..<(try reader.uint32()) {
      sections.append(.init(anchor: try reader.string(), title: try reader.string()))
    }
    var scripts: [String] = []
    for _ in 0..<(try reader.uint32()) { scripts.append(try reader.string()) }
    let printed = try reader.byteArray()
    let digest = try reader.byteArray()
    let kinds = try reader.byte()
    let isPacked = try reader.byte() == 1
    let content = ZipArchive.Content(
      isPacked: isPacked, checkSum: try reader.uint32(), length: try reader.uint32(),
      stored: try reader.byteArray())
    self.init(
      sections: sections, scripts: scripts, printed: printed,
      electronic: .init(
        content: content, digest: digest, hasFormulas: kinds & 1 != 0, hasDrawings: kinds & 2 != 0),
      searched: try reader.byteArray())
    guard reader.isAtEnd else { throw .malformed }
  }
}
