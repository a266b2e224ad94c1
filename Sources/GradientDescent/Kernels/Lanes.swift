/// Sums in an order that depends on nothing but the number of terms: 16 lanes, each in order, joined
/// by a fixed tree, then the terms that are left over, in order. The same bits on every machine,
/// whatever the width of its vector registers.
enum Lanes {
  static var width: Int { 16 }

  @inline(__always)
  static func load<T: Element>(_ pointer: UnsafePointer<T>) -> SIMD16<T> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<T>.self)
  }

  @inline(__always)
  static func store<T: Element>(_ value: SIMD16<T>, _ pointer: UnsafeMutablePointer<T>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD16<T>.self)
  }

  /// The sum of the lanes: halves added to halves, four times.
  @inline(__always)
  static func total<T: Element>(_ lanes: SIMD16<T>) -> T {
    let eight = lanes.lowHalf + lanes.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// Σ x[i]
  @inline(__always)
  static func sum<T: Element>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    var lanes = SIMD16<T>.zero
    var i = 0
    while i &+ width <= count {
      lanes += load(x + i)
      i &+= width
    }
    var total = total(lanes)
    while i < count {
      total += x[i]
      i &+= 1
    }
    return total
  }

  /// Σ x[i] · y[i]
  @inline(__always)
  static func dot<T: Element>(_ x: UnsafePointer<T>, _ y: UnsafePointer<T>, _ count: Int) -> T {
    guard count >= width else {
      var total: T = 0
      for i in 0..<count { total += x[i] * y[i] }
      return total
    }
    var lanes = SIMD16<T>.zero
    var i = 0
    while i &+ width <= count {
      lanes += load(x + i) * load(y + i)
      i &+= width
    }
    var total = total(lanes)
    while i < count {
      total += x[i] * y[i]
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
