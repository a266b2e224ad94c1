/// Bytes and references to what went before, which share a code.
/// - Source: RFC 1951, sections 3.2.5 to 3.2.7.
struct DeflateBlock {
  /// A byte, the end (256) or the class of a length, from 257.
  private var symbols: [UInt16] = []
  /// The bits that follow a length, and its distance; one for each class of a length, in their order.
  private var references: [Reference] = []
  private var counts = [Int](repeating: 0, count: 286)
  private var distanceCounts = [Int](repeating: 0, count: 30)

  private struct Reference {
    let extra: Int
    let bits: Int
    let distance: Int
    let distanceExtra: Int
    let distanceBits: Int
  }

  /// The number of bytes and references.
  var count: Int { symbols.count }

  /// Adds a byte.
  mutating func append(_ byte: UInt8) { append(symbol: Int(byte)) }

  /// Adds a reference.
  mutating func append(length: Int, distance: Int) {
    let (code, extra, bits) = length == 258 ? (28, 0, 0) : Self.code(of: length - 3, step: 4)
    let (distance, distanceExtra, distanceBits) = Self.code(of: distance - 1, step: 2)
    append(symbol: 257 + code)
    distanceCounts[distance] += 1
    references.append(
      Reference(
        extra: extra, bits: bits, distance: distance, distanceExtra: distanceExtra,
        distanceBits: distanceBits))
  }

  private mutating func append(symbol: Int) {
    symbols.append(UInt16(symbol))
    counts[symbol] += 1
  }

  /// The class of a length or distance: the first 2 · `step` values have one each, after that every
  /// power of two is shared by `step` classes with so many further bits.
  private static func code(of value: Int, step: Int) -> (Int, extra: Int, bits: Int) {
    if value < 2 * step { return (value, 0, 0) }
    let shift = step == 4 ? 2 : 1
    let bits = Int.bitWidth - 1 - value.leadingZeroBitCount - shift
    return (step * bits + value >> bits, value & (1 << bits - 1), bits)
  }

  /// Writes the block with a code of its own.
  func write(to writer: inout BitWriter, isLast: Bool) {
    var counts = counts
    counts[256] = 1
    let code = HuffmanCode(counts, longest: 15)
    // A code needs a symbol even if there is no distance.
    let distanceCode = HuffmanCode(
      references.isEmpty ? [1] + distanceCounts.dropFirst() : distanceCounts, longest: 15)
    writer.put(isLast ? 1 : 0, bits: 1)
    writer.put(2, bits: 2)
    Self.write(code.lengths, distanceCode.lengths, to: &writer)
    var next = 0
    for symbol in symbols {
      code.write(Int(symbol), to: &writer)
      if symbol < 257 { continue }
      let reference = references[next]
      next += 1
      writer.put(reference.extra, bits: reference.bits)
      distanceCode.write(reference.distance, to: &writer)
      writer.put(reference.distanceExtra, bits: reference.distanceBits)
    }
    code.write(256, to: &writer)
  }

  // MARK: The codes themselves

  /// The order in which the lengths of the lengths' code are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Writes the lengths of both codes, repetitions shortened, in a code of their own.
  private static func write(
    _ lengths: [Int], _ distanceLengths: [Int], to writer: inout BitWriter
  ) {
    let count = max(257, (lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = (distanceLengths.lastIndex { $0 > 0 } ?? 0) + 1
    let runs = runs(in: Array(lengths[..<count] + distanceLengths[..<distanceCount]))
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = HuffmanCode(counts, longest: 7)
    let used = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    writer.put(count - 257, bits: 5)
    writer.put(distanceCount - 1, bits: 5)
    writer.put(used - 4, bits: 4)
    for symbol in order[..<used] { writer.put(code.lengths[symbol], bits: 3) }
    for run in runs {
      code.write(run.symbol, to: &writer)
      writer.put(run.extra, bits: run.bits)
    }
  }

  /// Returns lengths with repetitions as symbols of their own: 16 repeats the last length 3 to 6 times, 17
  /// and 18 are 3 to 10 and 11 to 138 zeros.
  private static func runs(in lengths: [Int]) -> [(symbol: Int, extra: Int, bits: Int)] {
    var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var count = lengths[index...].prefix { $0 == length }.count
      index += count
      if length > 0 {
        runs.append((length, 0, 0))
        count -= 1
      }
      while count >= 3 {
        let part = min(count, length > 0 ? 6 : 138)
        runs.append(
          length > 0 ? (16, part - 3, 2) : part < 11 ? (17, part - 3, 3) : (18, part - 11, 7))
        count -= part
      }
      runs += Array(repeating: (length, 0, 0), count: count)
    }
    return runs
  }
}
