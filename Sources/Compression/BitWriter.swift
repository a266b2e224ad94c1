/// Collects bits, the lowest of each byte first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Adds a number, its lowest bit first.
  mutating func put(_ value: Int, bits: Int) {
    pending |= UInt64(truncatingIfNeeded: value) &<< UInt64(count)
    count &+= bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending &>>= 8
      count &-= 8
    }
  }

  /// Adds a code, its highest bit first.
  mutating func putCode(_ code: Int, bits: Int) {
    var reversed = 0
    for bit in 0..<bits { reversed |= (code >> bit & 1) << (bits - 1 - bit) }
    put(reversed, bits: bits)
  }

  /// All bytes; what is left of the last one is 0.
  mutating func finish() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    return bytes
  }
}
