/// What a plain step does to a parameter's values.
enum StepKernel {
  /// values += factor · (gradient / batchSize)
  @inline(__always)
  static func descend<T: Element>(
    _ type: T.Type, _ values: Node, _ gradient: Node, _ batchSize: Int, _ factor: Double
  ) {
    let (x, y, count) = (gradient.pointer(T.self), values.pointer(T.self), values.count)
    let (factor, divisor) = (T(factor), T(batchSize))
    // The reciprocal of a power of two is exact, so the product is the quotient.
    let (isPower, reciprocal) = (batchSize & (batchSize &- 1) == 0, 1 / divisor)
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
