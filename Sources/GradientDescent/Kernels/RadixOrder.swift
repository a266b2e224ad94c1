/// The order of numbers by the bits that they are written with: eleven bits at a time, the last ones first,
/// so that equal numbers keep their order.
enum RadixOrder {
  /// For each row, the places of its numbers in order; nan counts as greater than any number.
  /// - Parameters:
  ///   - count: of all numbers
  ///   - width: the numbers in a row
  static func rows<T: Element>(
    _ x: UnsafePointer<T>, _ count: Int, _ width: Int, _ descending: Bool
  ) -> [UInt32] {
    var order = [UInt32](repeating: 0, count: count)
    if width == 0 { return order }
    var keys = [UInt64](repeating: 0, count: width)
    var (other, otherKeys) = ([UInt32](repeating: 0, count: width), keys)
    order.withUnsafeMutableBufferPointer { all in
      keys.withUnsafeMutableBufferPointer { keys in
        other.withUnsafeMutableBufferPointer { other in
          otherKeys.withUnsafeMutableBufferPointer { otherKeys in
            guard let all = all.baseAddress, let keys = keys.baseAddress,
              let other = other.baseAddress, let otherKeys = otherKeys.baseAddress
            else { return }
            for start in stride(from: 0, to: count, by: width) {
              for i in 0..<width {
                keys[i] = key(x[start + i], descending)
                all[start + i] = UInt32(truncatingIfNeeded: i)
              }
              sort(keys, all + start, otherKeys, other, width, UInt64(8 * MemoryLayout<T>.size))
            }
          }
        }
      }
    }
    return order
  }

  private static var bits: UInt64 { 11 }

  /// Sorts places by their keys, of which the lowest `size` bits count.
  private static func sort(
    _ keys: UnsafeMutablePointer<UInt64>, _ places: UnsafeMutablePointer<UInt32>,
    _ otherKeys: UnsafeMutablePointer<UInt64>, _ other: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ size: UInt64
  ) {
    if count < 64 { return insert(keys, places, count) }
    let buckets = 1 << Int(bits)
    var (from, to) = ((keys, places), (otherKeys, other))
    withUnsafeTemporaryAllocation(of: Int.self, capacity: buckets) { starts in
      for shift in stride(from: 0, to: size, by: Int(bits)) {
        for bucket in 0..<buckets { starts[bucket] = 0 }
        for i in 0..<count { starts[digit(from.0[i], shift)] &+= 1 }
        // A digit that all share sorts nothing.
        if starts[digit(from.0[0], shift)] == count { continue }
        var sum = 0
        for bucket in 0..<buckets { (starts[bucket], sum) = (sum, sum &+ starts[bucket]) }
        for i in 0..<count {
          let bucket = digit(from.0[i], shift)
          let place = starts[bucket]
          to.0[place] = from.0[i]
          to.1[place] = from.1[i]
          starts[bucket] = place &+ 1
        }
        (from, to) = (to, from)
      }
    }
    if from.1 != places { places.update(from: from.1, count: count) }
  }

  /// Eleven bits of a key.
  @inline(__always)
  private static func digit(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key &>> shift) & (1 &<< Int(bits) &- 1)
  }

  private static func insert(
    _ keys: UnsafeMutablePointer<UInt64>, _ places: UnsafeMutablePointer<UInt32>, _ count: Int
  ) {
    for i in 1..<max(count, 1) {
      let (key, place) = (keys[i], places[i])
      var j = i
      while j > 0 && keys[j - 1] > key {
        (keys[j], places[j]) = (keys[j - 1], places[j - 1])
        j -= 1
      }
      (keys[j], places[j]) = (key, place)
    }
  }

  /// A whole number that is the greater the greater the number is, or the less; nan counts as greatest.
  @inline(__always)
  private static func key<T: Element>(_ x: T, _ descending: Bool) -> UInt64 {
    let top: UInt64 = T.self == Float.self ? 1 &<< 31 : 1 &<< 63
    let all = top | (top &- 1)
    // 0 and −0 are equal.
    let bits =
      T.self == Float.self ? UInt64((Float(x) + 0).bitPattern) : (Double(x) + 0).bitPattern
    let ordered = x.isNaN ? all : bits & top == 0 ? bits | top : ~bits & all
    return descending ? ~ordered & all : ordered
  }
}
