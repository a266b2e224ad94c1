import Transcript

/// Tells contents apart by their size and a checksum. Quick, and no protection against somebody who
/// wants to deceive.
public struct FileDigest: Hashable, Sendable {
  private let size: UInt64
  private let sum: UInt64

  private static let chunkSize = 1 << 20

  /// The digest of some bytes.
  public init(_ bytes: [UInt8]) {
    var sum: UInt64 = 0
    if bytes.count <= Self.chunkSize {
      sum = Self.combine(sum, bytes)
    } else {
      for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
        sum = Self.combine(sum, Array(bytes[start..<min(start + Self.chunkSize, bytes.count)]))
      }
    }
    (size, self.sum) = (UInt64(bytes.count), sum)
  }

  /// The digest of a file's contents, links followed, without ever holding all of them in memory; nil
  /// when there is no file, or it cannot be read.
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
      // Of an empty file there is one empty chunk, as of empty bytes.
      if chunk.isEmpty && size > 0 { break }
      sum = Self.combine(sum, chunk)
      size += UInt64(chunk.count)
      if chunk.count < Self.chunkSize { break }
    } while true
    (self.size, self.sum) = (size, sum)
  }

  /// Reads a whole chunk, or what is left of the file; nil on failure.
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

extension FileDigest {
  /// Writes the digest.
  func write(to writer: inout ByteWriter) {
    for number in [size, sum] {
      writer.write(UInt32(truncatingIfNeeded: number))
      writer.write(UInt32(truncatingIfNeeded: number >> 32))
    }
  }

  /// Reads what `write(to:)` wrote.
  init(from reader: inout ByteReader) throws(ByteReadingError) {
    let numbers = [
      try reader.uint32(), try reader.uint32(), try reader.uint32(), try reader.uint32(),
    ]
    size = UInt64(numbers[1]) << 32 | UInt64(numbers[0])
    sum = UInt64(numbers[3]) << 32 | UInt64(numbers[2])
  }
}
