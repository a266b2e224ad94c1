extension Node {
  /// Adds factor · (other / divisor) to the elements.
  /// - Parameters:
  ///   - other: a node of the same count and type
  ///   - divisor: a batch size, or 1
  ///   - factor: any number
  @inline(__always)
  func add(_ other: Node, dividedBy divisor: Int, times factor: Double) {
    switch dtype {
    case .float32: add(Float.self, other, divisor, factor)
    case .float64: add(Double.self, other, divisor, factor)
    }
  }

  @inline(__always)
  private func add<T: Element>(_ type: T.Type, _ other: Node, _ whole: Int, _ factor: Double) {
    let (x, y, factor, divisor) = (other.pointer(T.self), pointer(T.self), T(factor), T(whole))
    // The reciprocal of a power of two is exact, so the product is the quotient.
    let (isPower, reciprocal) = (whole & (whole &- 1) == 0, 1 / divisor)
    if count == 2 {
      // One write of both: the next forward pass reads both at once.
      let slopes = SIMD2.load(x)
      let mean = isPower ? slopes * reciprocal : slopes / divisor
      (SIMD2.load(y) + factor * mean).store(y)
    } else if isPower {
      for i in 0..<count { y[i] += factor * (x[i] * reciprocal) }
    } else {
      for i in 0..<count { y[i] += factor * (x[i] / divisor) }
    }
  }
}
