/// A generator of random numbers that blocks hand to whatever needs chance.
///
/// A reference type: whoever holds a generator draws from the one sequence. Every draw is the same on
/// every machine, for 32-bit `Int` too.
public protocol RandomSource: AnyObject {
  /// 64 random bits.
  func next() -> UInt64

  /// A number from [0, 1), uniformly.
  func uniform() -> Double

  /// Draws from the standard normal distribution.
  /// - Parameter count: how many, at least 0
  func normals(_ count: Int) -> [Double]

  /// A whole number from [0, bound), uniformly.
  /// - Parameter bound: at least 1
  func below(_ bound: UInt32) -> UInt32

  /// Puts the numbers into a random order, each order equally likely.
  func shuffle(_ indices: inout [Int])
}

extension RandomSource {
  /// A multiple of 2⁻⁵³ from the upper bits of `next()`.
  public func uniform() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// Marsaglia's polar method: two normals from each accepted pair of uniforms.
  /// - Source: Marsaglia and Bray, A convenient method for generating normal variables, 1964
  public func normals(_ count: Int) -> [Double] {
    requireCount("normals", count)
    var normals: [Double] = []
    normals.reserveCapacity(count + 1)
    while normals.count < count {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let r = x * x + y * y
      if r >= 1 || r == 0 { continue }
      let factor = (-2 * log(r) / r).squareRoot()
      normals.append(x * factor)
      normals.append(y * factor)
    }
    if normals.count > count { normals.removeLast() }
    return normals
  }

  /// Fisher and Yates, from the end.
  public func shuffle(_ indices: inout [Int]) { indices.shuffle { below($0) } }

  /// The numbers from 0 to `count - 1` in a random order.
  /// - Parameter count: at least 0
  public func permutation(_ count: Int) -> [Int] {
    requireCount("permutation", count)
    var order = [Int](unsafeUninitializedCapacity: count) { places, initialized in
      for place in 0..<count { places.initializeElement(at: place, to: place) }
      initialized = count
    }
    shuffle(&order)
    return order
  }

  /// A whole number from [0, bound), uniformly.
  /// - Parameter bound: at least 1
  /// - Source: Lemire, Fast random integer generation in an interval, 2019, with 32 bits
  public func below(_ bound: UInt32) -> UInt32 { scale(bound) { next() } }
}

/// A whole number from [0, bound), uniformly, from the upper halves of `draw`'s words.
@inline(__always)
func scale(_ bound: UInt32, _ draw: () -> UInt64) -> UInt32 {
  if bound == 0 { fault("below", "there is no whole number from 0 up to, but not, 0") }
  var product = (draw() &>> 32) &* UInt64(bound)
  if UInt32(truncatingIfNeeded: product) < bound {
    let threshold = (0 &- bound) % bound
    while UInt32(truncatingIfNeeded: product) < threshold {
      product = (draw() &>> 32) &* UInt64(bound)
    }
  }
  return UInt32(truncatingIfNeeded: product &>> 32)
}

extension [Int] {
  /// Puts the numbers into a random order by Fisher and Yates, from the end.
  /// - Parameter below: draws a whole number from [0, bound)
  @inline(__always)
  mutating func shuffle(_ below: (_ bound: UInt32) -> UInt32) {
    var last = count - 1
    withUnsafeMutableBufferPointer { numbers in
      while last > 0 {
        let other = Int(below(UInt32(last + 1)))
        let held = numbers[last]
        numbers[last] = numbers[other]
        numbers[other] = held
        last -= 1
      }
    }
  }
}
