import Digests

/// A ZIP archive that is the same for the same files: no times, no system, no folders.
/// - Source: PKWARE, APPNOTE.TXT, version 6.3, sections 4.3 and 4.4.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file.
  /// - Parameters:
  ///   - path: its path in the archive
  ///   - content: what it holds
  ///   - compressed: whether to make it smaller, where it becomes smaller
  mutating func add(_ path: String, _ content: [UInt8], compressed: Bool = true) {
    let packed = compressed ? Deflate.packed(content) : content
    let isSmaller = packed.count < content.count
    let stored = isSmaller ? packed : content
    let name = Array(path.utf8)
    // Version 2.0, names in UTF-8, the method, and the first day that the format knows.
    var header = Self.words(20, 0x0800, isSmaller ? 8 : 0, 0, 0x0021)
    header += Self.longWords(
      CRC32.of(content), UInt32(truncatingIfNeeded: stored.count),
      UInt32(truncatingIfNeeded: content.count))
    header += Self.words(UInt16(truncatingIfNeeded: name.count), 0)
    directory += Self.longWords(0x0201_4B50) + Self.words(20) + header + Self.words(0, 0, 0)
    directory += Self.longWords(0, UInt32(truncatingIfNeeded: bytes.count)) + name
    bytes += Self.longWords(0x0403_4B50) + header + name
    bytes += stored
    count += 1
  }

  /// The whole archive.
  var file: [UInt8] {
    let entries = UInt16(truncatingIfNeeded: count)
    let end =
      Self.longWords(0x0605_4B50) + Self.words(0, 0, entries, entries)
      + Self.longWords(
        UInt32(truncatingIfNeeded: directory.count), UInt32(truncatingIfNeeded: bytes.count))
      + Self.words(0)
    return bytes + directory + end
  }

  private static func words(_ words: UInt16...) -> [UInt8] {
    words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  private static func longWords(_ words: UInt32...) -> [UInt8] {
    words.flatMap { word in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }
}
