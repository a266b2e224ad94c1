/// Tells whether bytes are still what they were: any flipped bit and any missing byte is seen. Quick, and
/// no protection against somebody who wants to deceive.
public enum Checksum {
  /// 64 bits that depend on every byte, its place and the length.
  public static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var lanes = SIMD4<UInt64>(1, 2, 3, 4)
      var place = 0
      while place &+ 32 <= buffer.count {
        let words = buffer.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
        // An odd factor loses nothing, and the rotation brings high bits down again.
        lanes = (lanes ^ words) &* factor
        lanes = (lanes &<< 23) | (lanes &>> 41)
        place &+= 32
      }
      var sum = UInt64(truncatingIfNeeded: buffer.count)
      while place < buffer.count {
        sum = mix(sum, UInt64(buffer[place]))
        place &+= 1
      }
      for lane in 0..<4 { sum = mix(sum, lanes[lane]) }
      return sum
    }
  }

  /// The sum of bytes that are kept under a name: those of another name have another sum.
  public static func of(_ bytes: [UInt8], as name: String) -> UInt64 {
    mix(of(bytes), of(Array(name.utf8)))
  }

  private static let factor = SIMD4<UInt64>(repeating: 0x9E37_79B9_7F4A_7C15)

  private static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed &>> 32)
  }
}
