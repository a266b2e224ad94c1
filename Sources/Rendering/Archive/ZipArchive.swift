import Compression
import Digests

/// A ZIP archive that is the same for the same files: no times, no system, no folders.
/// - Source: PKWARE, APPNOTE.TXT, version 6.3, sections 4.3 and 4.4.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The content of a file in the form in which an archive stores it.
  struct Content: Equatable, Sendable {
    /// True when `stored` is compressed.
    let isPacked: Bool
    /// The CRC-32 of what the file holds.
    let checkSum: UInt32
    /// The length of the file in bytes.
    let length: UInt32
    /// The bytes in the archive.
    let stored: [UInt8]
  }

  /// Adds a file.
  /// - Parameters:
  ///   - path: its path in the archive
  ///   - bytes: what it holds
  ///   - compressed: whether to make it smaller, where it becomes smaller
  mutating func add(_ path: String, _ bytes: [UInt8], compressed: Bool = true) {
    add(path, Content(bytes, compressed: compressed))
  }

  /// Adds a file whose content has been made before.
  mutating func add(_ path: String, _ content: Content) {
    let name = Array(path.utf8)
    // Version 2.0, names in UTF-8, the method, and the first day that the format knows.
    var header = Self.words(20, 0x0800, content.isPacked ? 8 : 0, 0, 0x0021)
    header += Self.longWords(
      content.checkSum, UInt32(truncatingIfNeeded: content.stored.count), content.length)
    header += Self.words(UInt16(truncatingIfNeeded: name.count), 0)
    directory += Self.longWords(0x0201_4B50) + Self.words(20) + header + Self.words(0, 0, 0)
    directory += Self.longWords(0, UInt32(truncatingIfNeeded: bytes.count)) + name
    bytes += Self.longWords(0x0403_4B50) + header + name
    bytes += content.stored
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

extension ZipArchive.Content {
  /// The content of a file that holds some bytes.
  init(_ bytes: [UInt8], compressed: Bool = true) {
    let packed = compressed ? Deflate.packed(bytes) : bytes
    let isPacked = packed.count < bytes.count
    self.init(
      isPacked: isPacked, checkSum: CRC32.of(bytes),
      length: UInt32(truncatingIfNeeded: bytes.count), stored: isPacked ? packed : bytes)
  }
}
