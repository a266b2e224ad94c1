/// Makes data smaller, as ZIP archives know it: repetitions become references to what went before,
/// and frequent bytes take fewer bits, by the code that the format fixes.
/// - Source: RFC 1951, sections 3.2.3 to 3.2.6.
enum Deflate {
  /// The data as one block with the fixed code.
  static func packed(_ data: [UInt8]) -> [UInt8] {
    var writer = BitWriter()
    writer.put(0b011, bits: 3)
    data.withUnsafeBufferPointer { data in
      var search = RepetitionSearch(data)
      var place = 0
      while place < data.count {
        let (length, distance) = search.longest(at: place)
        if length >= RepetitionSearch.shortest {
          put(length: length, distance: distance, to: &writer)
        } else {
          putLiteral(Int(data[place]), to: &writer)
        }
        let step = max(length, 1)
        for offset in 0..<step { search.remember(place + offset) }
        place += step
      }
    }
    putLiteral(256, to: &writer)
    return writer.finish()
  }

  /// A byte, the end (256) or a length code (257 to 285).
  private static func putLiteral(_ value: Int, to writer: inout BitWriter) {
    switch value {
    case ..<144: writer.putCode(0x30 + value, bits: 8)
    case ..<256: writer.putCode(0x190 + value - 144, bits: 9)
    case ..<280: writer.putCode(value - 256, bits: 7)
    default: writer.putCode(0xC0 + value - 280, bits: 8)
    }
  }

  private static func put(length: Int, distance: Int, to writer: inout BitWriter) {
    if length == 258 {
      putLiteral(285, to: &writer)
    } else {
      let (code, extra, bits) = code(of: length - 3, direct: 8, step: 4)
      putLiteral(257 + code, to: &writer)
      writer.put(extra, bits: bits)
    }
    let (code, extra, bits) = code(of: distance - 1, direct: 4, step: 2)
    writer.putCode(code, bits: 5)
    writer.put(extra, bits: bits)
  }

  /// The code of a length or distance: the first values have one each, after that every power of
  /// two is shared by `step` codes with so many further bits.
  private static func code(of value: Int, direct: Int, step: Int) -> (Int, extra: Int, bits: Int) {
    if value < direct { return (value, 0, 0) }
    let shift = step == 4 ? 2 : 1
    let bits = Int.bitWidth - 1 - value.leadingZeroBitCount - shift
    let code = step * bits + value >> bits
    return (code, value & (1 << bits - 1), bits)
  }
}

/// Collects bits, the lowest of each byte first.
private struct BitWriter {
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

/// Finds what has been there before.
private struct RepetitionSearch {
  /// The fewest bytes worth a reference, and the most that one can have.
  static let shortest = 3
  private static let longest = 258
  private static let window = 32768
  /// The number of earlier places that are tried.
  private static let tries = 24

  private let data: UnsafeBufferPointer<UInt8>
  /// The last place of each hash of three bytes, and from each place the one before; -1 is none.
  private var last = [Int32](repeating: -1, count: 1 << 15)
  private var before: [Int32]

  init(_ data: UnsafeBufferPointer<UInt8>) {
    self.data = data
    before = [Int32](repeating: -1, count: min(data.count, Self.window))
  }

  /// The longest repetition that begins at a place.
  func longest(at place: Int) -> (length: Int, distance: Int) {
    guard place &+ Self.shortest <= data.count else { return (0, 0) }
    let most = min(Self.longest, data.count &- place)
    var best = (length: 0, distance: 0)
    var candidate = Int(last[hash(at: place)])
    for _ in 0..<Self.tries {
      if candidate < 0 || place &- candidate > Self.window &- 1 { break }
      var length = 0
      while length < most, data[candidate &+ length] == data[place &+ length] { length &+= 1 }
      if length > best.length {
        best = (length, place &- candidate)
        if length == most { break }
      }
      let next = Int(before[candidate & (Self.window &- 1)])
      if next >= candidate { break }
      candidate = next
    }
    return best.length >= Self.shortest ? best : (0, 0)
  }

  /// Makes a place known to later searches.
  mutating func remember(_ place: Int) {
    guard place &+ Self.shortest <= data.count else { return }
    let hash = hash(at: place)
    before[place & (Self.window &- 1)] = last[hash]
    last[hash] = Int32(truncatingIfNeeded: place)
  }

  private func hash(at place: Int) -> Int {
    let word =
      UInt32(data[place]) | UInt32(data[place &+ 1]) << 8 | UInt32(data[place &+ 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }
}
