/// What a plain step does to a parameter's values.
enum StepKernel {
  /// values += factor · (gradient / batchSize)
  @inline(__always)
  static func descend<T: Element>(
    _ type: T.Type, _ values: Node, _ gradient: Node, _ batchSize: Int, _ factor: Double
  ) {
    let (x, y, count) = (gradient.pointer(T.self), values.pointer(T.self), values.count)
    let (factor, divisor) = (T(factor), T(batchSize))
    if batchSize & (batchSize &- 1) == 0 {
      // The reciprocal of a power of two is exact, so the product is the quotient.
      let reciprocal = 1 / divisor
      for i in 0..<count { y[i] += factor * (x[i] * reciprocal) }
    } else {
      for i in 0..<count { y[i] += factor * (x[i] / divisor) }
    }
  }
}
