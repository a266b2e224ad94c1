/// The check sum of archives and pictures: 32 bits, reflected, with the polynomial 0x04C11DB7.
/// - Source: ISO 3309; ITU-T V.42, section 8.1.1.6.2.
public enum CRC32 {
  /// The check sum of some bytes.
  public static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    bytes.withUnsafeBufferPointer { bytes in
      tables.withUnsafeBufferPointer { tables in
        var place = 0
        // Four bytes at a time: each has a table that knows how far it has still to go.
        while place &+ 4 <= bytes.count {
          sum ^= UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) << 8
          sum ^= UInt32(bytes[place &+ 2]) << 16 | UInt32(bytes[place &+ 3]) << 24
          sum =
            tables[Int(768 &+ (sum & 255))] ^ tables[Int(512 &+ (sum >> 8 & 255))]
            ^ tables[Int(256 &+ (sum >> 16 & 255))] ^ tables[Int(sum >> 24)]
          place &+= 4
        }
        while place < bytes.count {
          sum = tables[Int((sum ^ UInt32(bytes[place])) & 255)] ^ sum >> 8
          place &+= 1
        }
      }
    }
    return ~sum
  }

  /// Four tables of 256: what a byte comes to when 0, 1, 2 or 3 bytes follow it.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    for index in 256..<1024 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 255)] ^ before >> 8)
    }
    return tables
  }()
}
