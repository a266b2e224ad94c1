import Digests

/// The size and a checksum of some contents. Fast, but no protection against deliberate collisions.
public struct FileDigest: Hashable, Sendable {
  /// The number of bytes.
  public let size: UInt64
  /// The checksum, which depends on every byte and its position.
  public let checksum: UInt64

  private static let chunkSize = 1 << 20

  /// Makes a digest from stored values.
  /// - Parameters:
  ///   - size: the number of bytes
  ///   - checksum: the checksum of an earlier digest
  public init(size: UInt64, checksum: UInt64) { (self.size, self.checksum) = (size, checksum) }

  /// Computes the digest of some bytes.
  public init(_ bytes: [UInt8]) {
    var sum: UInt64 = 0
    if bytes.count <= Self.chunkSize {
      sum = Self.combine(sum, bytes)
    } else {
      for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
        sum = Self.combine(sum, Array(bytes[start..<min(start + Self.chunkSize, bytes.count)]))
      }
    }
    self.init(size: UInt64(bytes.count), checksum: sum)
  }

  /// Computes the digest of a file, links followed, without reading all of it into memory at once;
  /// nil when there is no regular file, or it cannot be read.
  public init?(ofFile path: String) {
    // A pipe without a writer must not make the caller wait.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var (size, sum) = (UInt64(0), UInt64(0))
    repeat {
      guard let chunk = Self.readChunk(file, expecting: Int(status.st_size)) else { return nil }
      // An empty file has one empty chunk, as empty bytes do.
      if chunk.isEmpty && size > 0 { break }
      sum = Self.combine(sum, chunk)
      size += UInt64(chunk.count)
      if chunk.count < Self.chunkSize { break }
    } while true
    self.init(size: size, checksum: sum)
  }

  /// Reads a whole chunk, or the rest of the file; nil on failure.
  private static func readChunk(_ file: Int32, expecting size: Int) -> [UInt8]? {
    var isGood = true
    let capacity = min(chunkSize, max(size + 1, 4096))
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < buffer.count {
        let got = read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          isGood = got == 0
          return
        }
        count += got
      }
    }
    return isGood ? chunk : nil
  }

  private static func combine(_ sum: UInt64, _ chunk: [UInt8]) -> UInt64 {
    let turned = (sum &<< 29) | (sum &>> 35)
    return turned &* 0x9E37_79B9_7F4A_7C15 ^ Checksum.of(chunk)
  }
}
