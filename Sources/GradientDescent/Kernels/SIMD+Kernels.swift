// Numbers side by side, as kernels move them. Products are rounded before they are added, on every
// machine: nothing is contracted.
extension SIMD where Scalar: FloatingPoint {
  @inline(__always)
  static func load(_ place: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  /// Loads from a multiple of 16 bytes, where every array begins: the baseline's instructions can read
  /// such operands themselves.
  @inline(__always)
  static func loadAligned(_ place: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(place).load(as: Self.self)
  }

  @inline(__always)
  func store(_ place: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }
}

extension SIMD16 where Scalar: FloatingPoint {
  /// The sum of the lanes: halves added to halves, four times.
  ///
  /// A call of its own: otherwise the compiler keeps halves of registers apart in the loop before it.
  @inline(never)
  var total: Scalar {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The two columns of 16 rows of two, one row after another.
  @inline(__always)
  static func columns(_ rows: UnsafePointer<Scalar>) -> (SIMD16, SIMD16) {
    let pairs = UnsafeRawPointer(rows).loadUnaligned(as: SIMD32<Scalar>.self)
    return (pairs.evenHalf, pairs.oddHalf)
  }
}
