/// SHA-256 (FIPS 180-4), to check the one fingerprint that pages carry.
enum Fingerprint {
  /// The SHA-256 of a message, in base64.
  static func base64(of message: [UInt8]) -> String {
    let primes = (2...400).filter { n in !(2..<n).contains { n % $0 == 0 } }.map { Double($0) }
    let constants = primes.prefix(64).map { bits($0.cubeRoot) }
    var state = primes.prefix(8).map { bits($0.squareRoot()) }
    let bytes = padded(message)
    for block in stride(from: 0, to: bytes.count, by: 64) {
      mix(Array(bytes[block..<block + 64]), into: &state, constants)
    }
    var digest: [UInt8] = []
    for word in state {
      for shift: UInt32 in [24, 16, 8, 0] {
        digest.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return base64(digest)
  }

  private static func padded(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let length = UInt64(message.count * 8)
    for shift: UInt64 in [56, 48, 40, 32, 24, 16, 8, 0] {
      bytes.append(UInt8(truncatingIfNeeded: length >> shift))
    }
    return bytes
  }

  private static func mix(_ block: [UInt8], into state: inout [UInt32], _ k: [UInt32]) {
    var w: [UInt32] = []
    for i in 0..<16 {
      var word: UInt32 = 0
      for j in 0..<4 { word = word << 8 | UInt32(block[4 * i + j]) }
      w.append(word)
    }
    for i in 16..<64 {
      let a: UInt32 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3)
      let b: UInt32 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10)
      w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
    }
    var s = state
    for i in 0..<64 {
      let e: UInt32 = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
      let choice: UInt32 = (s[4] & s[5]) ^ (~s[4] & s[6])
      let t1: UInt32 = s[7] &+ e &+ choice &+ k[i] &+ w[i]
      let a: UInt32 = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
      let majority: UInt32 = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      s = [t1 &+ a &+ majority, s[0], s[1], s[2], s[3] &+ t1, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] &+= s[i] }
  }

  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { (x >> n) | (x << (32 - n)) }

  /// The first 32 bits of a number's fraction.
  private static func bits(_ x: Double) -> UInt32 { UInt32((x - x.rounded(.down)) * 0x1p32) }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)])
      var word = 0
      for i in 0..<3 { word = word << 8 | (i < group.count ? Int(group[i]) : 0) }
      for i in 0...group.count { text.append(alphabet[(word >> (18 - 6 * i)) & 63]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}

extension Double {
  /// The cube root, by Newton's method.
  fileprivate var cubeRoot: Double {
    var x = self
    for _ in 0..<60 { x -= (x * x * x - self) / (3 * x * x) }
    return x
  }
}
