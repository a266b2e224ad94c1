// Changes in place, for optimizers. None of them is recorded.
extension NDArray {
  /// Adds `factor · other` to this array in place.
  /// - Parameters:
  ///   - other: an array of the same shape and `dtype`
  ///   - factor: any number
  @inline(__always)
  public mutating func add(_ other: NDArray, times factor: Double) {
    NDArray.requireSameType("add", self, other)
    if shape != other.shape { faultOfAdding(other) }
    makeUnique()
    node.add(other.node, dividedBy: 1, times: factor)
  }

  @inline(never)
  private func faultOfAdding(_ other: NDArray) -> Never {
    fault("add", "an array of shape \(other.shape) to one of shape \(shape)")
  }

  /// Writes `other / divisor` over this array.
  mutating func assign(_ other: NDArray, dividedBy divisor: Double) {
    if !node.has(other.shape, other.dtype) || node.isRead || !isKnownUniquelyReferenced(&storage) {
      self = NDArray(uninitialized: other.shape, dtype: other.dtype)
    }
    switch dtype {
    case .float32: divide(other.node.pointer(Float.self), Float(divisor))
    case .float64: divide(other.node.pointer(Double.self), divisor)
    }
  }

  private func divide<T: GradientDescent.Element>(_ x: UnsafePointer<T>, _ divisor: T) {
    let y = node.pointer(T.self)
    for i in 0..<count { y[i] = x[i] / divisor }
  }
}
