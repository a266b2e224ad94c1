import Digests

/// Makes data smaller, as gzip and ZIP archives know it: repetitions become references to what went before,
/// and frequent bytes take fewer bits.
/// - Source: RFC 1951, section 3.2.
public enum Deflate {
  /// The largest number of symbols in a block: each block has a code of its own.
  private static let blockSize = 1 << 15

  /// Returns the data in blocks, each with the code that suits it.
  public static func packed(_ data: [UInt8]) -> [UInt8] {
    var writer = BitWriter()
    data.withUnsafeBufferPointer { data in
      var search = RepetitionSearch(data)
      var place = 0
      repeat {
        var block = DeflateBlock()
        while place < data.count, block.count < blockSize {
          let (length, distance) = search.longest(at: place)
          if length >= RepetitionSearch.shortest {
            block.append(length: length, distance: distance)
          } else {
            block.append(data[place])
          }
          let step = max(length, 1)
          for offset in 0..<step { search.remember(place + offset) }
          place += step
        }
        block.write(to: &writer, isLast: place == data.count)
      } while place < data.count
    }
    return writer.finish()
  }
}

/// Files of one compressed part.
/// - Source: RFC 1952, section 2.3.
public enum Gzip {
  /// Returns a file that is the same for the same data: without a name and a time.
  public static func packed(_ data: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]
    let tail = [CRC32.of(data), UInt32(truncatingIfNeeded: data.count)].flatMap { word in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    return head + Deflate.packed(data) + tail
  }
}
