extension NDArray {
  /// Computes the gradient of this array's sum with respect to every array it was recorded from.
  ///
  /// A scalar loss is the usual case; a vector stands for its sum, as in Gluon. A leaf's gradient is
  /// replaced, or added to when it accumulates. The recording is used up: a second call is a fault,
  /// as is a call on an array that was not recorded.
  public func backward() {
    BackwardPass.run(from: node)
  }

  /// Computes the gradient of Σ gradient · this, as `backward()` does with a gradient of ones: for what
  /// follows this array and is not recorded.
  /// - Parameter gradient: dL/d(this), of this array's shape and `dtype`
  public func backward(gradient: NDArray) {
    NDArray.requireSameType("backward", self, gradient)
    if gradient.shape != shape {
      fault("backward", "a gradient of shape \(gradient.shape) for an array of shape \(shape)")
    }
    BackwardPass.run(from: node, gradient: gradient.node)
    withExtendedLifetime(gradient) {}
  }

  /// Asks for gradients with respect to this array in recordings from now on.
  /// - Parameter accumulate: whether each `backward()` adds to the gradient instead of replacing it
  public mutating func attachGradient(accumulate: Bool = false) {
    storage = detached().storage
    node.needsGradient = true
    node.accumulates = accumulate
  }

  /// dL/d(this), of this array's shape; nil before the first `backward()` that reaches it.
  public var gradient: NDArray? { node.gradientStorage.map { NDArray($0) } }

  /// A copy that has no history and wants no gradient.
  public func detached() -> NDArray {
    let copy = NDArray(uninitialized: shape, dtype: dtype)
    copy.node.copyElements(from: node)
    return copy
  }
}
