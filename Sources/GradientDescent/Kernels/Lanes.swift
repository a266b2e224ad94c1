/// Sums in an order that depends on nothing but the number of terms: 32 lanes, each in order, joined
/// by a fixed tree, then the terms that are left over, in order. From 1,024 terms on it is the sum of
/// blocks of 512 terms, each summed like that, by a binary tree: in single precision a million terms
/// would otherwise lose three digits. The same bits on every machine, whatever the width of its vector
/// registers.
enum Lanes {
  static var width: Int { 32 }

  /// Σ x[i]
  @inline(__always)
  static func sum<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    sum(count, of: { SIMD16<T>.load(x + $0) }, rest: { x[$0] })
  }

  /// Σ x[i] · y[i]
  @inline(__always)
  static func dot<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafePointer<T>, _ count: Int) -> T {
    sum(count, of: { SIMD16<T>.load(x + $0) * SIMD16<T>.load(y + $0) }, rest: { x[$0] * y[$0] })
  }

  /// Σ term(i), where `terms` gives sixteen neighbours at once and `rest` gives single ones.
  @inline(__always)
  static func sum<T: Element>(
    _ count: Int, of terms: (Int) -> SIMD16<T>, rest: (Int) -> T
  ) -> T {
    sum(count, ofHalves: { (terms($0), terms($0 &+ 16)) }, rest: rest)
  }

  /// The terms of a block, and the number from which on there are blocks.
  private static var block: Int { 512 }
  private static var many: Int { 1024 }

  /// Σ term(i), where `terms` gives 32 neighbours at once, in two halves, and `rest` gives single terms.
  @inline(__always)
  static func sum<T: Element>(
    _ count: Int, ofHalves terms: (Int) -> (SIMD16<T>, SIMD16<T>), rest: (Int) -> T
  ) -> T {
    if count < many { return sum(from: 0, to: count, ofHalves: terms, rest: rest) }
    var sums = PairwiseSum<T>()
    var start = 0
    while start < count {
      let end = min(start &+ block, count)
      sums.add(sum(from: start, to: end, ofHalves: terms, rest: rest))
      start = end
    }
    return sums.total
  }

  @inline(__always)
  private static func sum<T: Element>(
    from start: Int, to end: Int, ofHalves terms: (Int) -> (SIMD16<T>, SIMD16<T>),
    rest: (Int) -> T
  ) -> T {
    var i = start
    var total: T = 0
    if end &- start >= width {
      var (a, b) = (SIMD16<T>.zero, SIMD16<T>.zero)
      while i &+ width <= end {
        let (low, high) = terms(i)
        a = a + low
        b = b + high
        i &+= width
      }
      total = (a + b).total
    }
    while i < end {
      total += rest(i)
      i &+= 1
    }
    return total
  }

  /// y[i] += factor · x[i]
  @inline(__always)
  static func add<T: Element>(
    _ x: UnsafePointer<T>, times factor: T, to y: UnsafeMutablePointer<T>, _ count: Int
  ) {
    for i in 0..<count { y[i] += factor * x[i] }
  }
}
