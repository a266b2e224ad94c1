/// Numbers in order by the bits that they are written with, without their places: a third of the memory
/// that `RadixOrder` moves.
enum RadixSort {
  /// Puts each row in order.
  /// - Parameters:
  ///   - count: of all numbers
  ///   - width: the numbers in a row
  ///   - other: has room for the numbers of a row
  ///   - result: receives the numbers; does not overlap `x`
  /// - Returns: false when there is a nan, or a zero with a minus: only the order of their places tells
  ///   where each of them goes
  static func rows(
    _ x: UnsafePointer<Float>, _ count: Int, _ width: Int, _ descending: Bool,
    _ other: UnsafeMutablePointer<Float>, to result: UnsafeMutablePointer<Float>
  ) -> Bool {
    keys(x, count, width, descending, other, to: result, infinity: Float.infinity.bitPattern)
  }

  /// The same for numbers in double precision.
  static func rows(
    _ x: UnsafePointer<Double>, _ count: Int, _ width: Int, _ descending: Bool,
    _ other: UnsafeMutablePointer<Double>, to result: UnsafeMutablePointer<Double>
  ) -> Bool {
    keys(x, count, width, descending, other, to: result, infinity: Double.infinity.bitPattern)
  }

  @inline(__always)
  private static func keys<T: Element, Key: FixedWidthInteger & UnsignedInteger>(
    _ x: UnsafePointer<T>, _ count: Int, _ width: Int, _ descending: Bool,
    _ other: UnsafeMutablePointer<T>, to result: UnsafeMutablePointer<T>, infinity: Key
  ) -> Bool {
    x.withMemoryRebound(to: Key.self, capacity: count) { x in
      other.withMemoryRebound(to: Key.self, capacity: width) { other in
        result.withMemoryRebound(to: Key.self, capacity: count) { result in
          let flip: Key = descending ? ~0 : 0
          return width < 4096
            ? sort(x, count, width, flip, infinity, ShortDigits.self, other, to: result)
            : sort(x, count, width, flip, infinity, LongDigits.self, other, to: result)
        }
      }
    }
  }

  /// True for nan and −0.
  @inline(__always)
  private static func isSpecial<Key: FixedWidthInteger & UnsignedInteger>(
    _ bits: Key, _ infinity: Key
  ) -> Bool {
    let size = bits & ~top(of: Key.self)
    return size > infinity || bits == top(of: Key.self)
  }

  @inline(__always)
  private static func top<Key: FixedWidthInteger & UnsignedInteger>(of type: Key.Type) -> Key {
    1 &<< Key(truncatingIfNeeded: Key.bitWidth &- 1)
  }

  // MARK: Keys

  /// A whole number that is the greater the greater the number with these bits is.
  /// - Parameter flip: zero, or all bits for one that is the less
  @inline(__always)
  private static func key<Key: FixedWidthInteger & UnsignedInteger>(
    _ bits: Key, _ flip: Key
  ) -> Key {
    let isNegative = bits &>> Key(truncatingIfNeeded: Key.bitWidth &- 1)
    return bits ^ ((0 &- isNegative) | top(of: Key.self)) ^ flip
  }

  /// The bits of the number with a key.
  @inline(__always)
  private static func number<Key: FixedWidthInteger & UnsignedInteger>(
    _ key: Key, _ flip: Key
  ) -> Key {
    let ordered = key ^ flip
    let isPositive = ordered &>> Key(truncatingIfNeeded: Key.bitWidth &- 1)
    return ordered ^ ((isPositive &- 1) | top(of: Key.self))
  }

  // MARK: Rows

  @inline(__always)
  private static func sort<Key: FixedWidthInteger & UnsignedInteger, D: Digits>(
    _ x: UnsafePointer<Key>, _ count: Int, _ width: Int, _ flip: Key, _ infinity: Key,
    _ digits: D.Type, _ other: UnsafeMutablePointer<Key>, to result: UnsafeMutablePointer<Key>
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: D.count(of: Key.self) &* D.values) {
      guard let starts = $0.baseAddress else { return false }
      for start in stride(from: 0, to: count, by: max(width, 1)) {
        let (x, result) = (x + start, result + start)
        let isDone =
          width < 32
          ? insert(x, width, flip, infinity, to: result)
          : sort(x, width, flip, infinity, digits, other, starts, to: result)
        if !isDone { return false }
      }
      return true
    }
  }

  /// Sorts one row.
  /// - Parameters:
  ///   - other: has room for as many keys
  ///   - starts: has room for the counts of all values of all digits
  @inline(__always)
  private static func sort<Key: FixedWidthInteger & UnsignedInteger, D: Digits>(
    _ x: UnsafePointer<Key>, _ count: Int, _ flip: Key, _ infinity: Key, _ digits: D.Type,
    _ other: UnsafeMutablePointer<Key>, _ starts: UnsafeMutablePointer<UInt32>,
    to result: UnsafeMutablePointer<Key>
  ) -> Bool {
    starts.initialize(repeating: 0, count: D.count(of: Key.self) &* D.values)
    var special: Key = 0
    for i in 0..<count {
      special |= isSpecial(x[i], infinity) ? 1 : 0
      let key = key(x[i], flip)
      for number in 0..<D.count(of: Key.self) {
        starts[number &* D.values &+ D.digit(number, of: key)] &+= 1
      }
    }
    if special != 0 { return false }
    // A digit that all share sorts nothing.
    let first = key(x[0], flip)
    func sorts(_ number: Int) -> Bool {
      starts[number &* D.values &+ D.digit(number, of: first)]
        != UInt32(truncatingIfNeeded: count)
    }
    var left = (0..<D.count(of: Key.self)).count(where: sorts)
    if left == 0 { result.update(from: x, count: count) }
    var from = x
    for number in 0..<D.count(of: Key.self) where sorts(number) {
      let starts = starts + number &* D.values
      var sum: UInt32 = 0
      for value in 0..<D.values { (starts[value], sum) = (sum, sum &+ starts[value]) }
      let to = left & 1 == 1 ? result : other
      if from != x, left > 1 {
        move(from, count, to, starts, digits, number) {
          $0
        } from: {
          $0
        }
      } else if from != x {
        move(from, count, to, starts, digits, number) {
          $0
        } from: {
          Self.number($0, flip)
        }
      } else if left > 1 {
        move(from, count, to, starts, digits, number) {
          key($0, flip)
        } from: {
          $0
        }
      } else {
        move(from, count, to, starts, digits, number) {
          key($0, flip)
        } from: {
          Self.number($0, flip)
        }
      }
      from = UnsafePointer(to)
      left -= 1
    }
    return true
  }

  /// Moves each number to where the next one with its digit goes.
  @inline(__always)
  private static func move<Key: FixedWidthInteger & UnsignedInteger, D: Digits>(
    _ from: UnsafePointer<Key>, _ count: Int, _ to: UnsafeMutablePointer<Key>,
    _ starts: UnsafeMutablePointer<UInt32>, _ digits: D.Type, _ number: Int,
    key: (Key) -> Key, from bits: (Key) -> Key
  ) {
    for i in 0..<count {
      let key = key(from[i])
      let value = D.digit(number, of: key)
      to[Int(truncatingIfNeeded: starts[value])] = bits(key)
      starts[value] &+= 1
    }
  }

  @inline(__always)
  private static func insert<Key: FixedWidthInteger & UnsignedInteger>(
    _ x: UnsafePointer<Key>, _ count: Int, _ flip: Key, _ infinity: Key,
    to result: UnsafeMutablePointer<Key>
  ) -> Bool {
    for i in 0..<count {
      if isSpecial(x[i], infinity) { return false }
      let key = key(x[i], flip)
      var j = i
      while j > 0 && result[j - 1] > key {
        result[j] = result[j - 1]
        j -= 1
      }
      result[j] = key
    }
    for i in 0..<count { result[i] = number(result[i], flip) }
    return true
  }
}

/// The digits of keys, the last one first.
private protocol Digits {
  /// The bits of a digit.
  static var bits: Int { get }
}

/// For narrow rows, which are shorter than the counts of long digits.
private enum ShortDigits: Digits {
  @inline(__always) static var bits: Int { 8 }
}

private enum LongDigits: Digits {
  @inline(__always) static var bits: Int { 11 }
}

extension Digits {
  /// The number of values of a digit.
  @inline(__always) fileprivate static var values: Int { 1 &<< bits }

  /// The number of digits of a key.
  @inline(__always)
  fileprivate static func count<Key: FixedWidthInteger>(of type: Key.Type) -> Int {
    (Key.bitWidth &+ bits &- 1) / bits
  }

  @inline(__always)
  fileprivate static func digit<Key: FixedWidthInteger>(_ number: Int, of key: Key) -> Int {
    Int(truncatingIfNeeded: key &>> Key(truncatingIfNeeded: number &* bits)) & (values &- 1)
  }
}
