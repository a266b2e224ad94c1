extension NDArray {
  /// Computes the gradient of this array's sum with respect to every array it was recorded from.
  ///
  /// A scalar loss is the usual case; a vector stands for its sum, as in Gluon. A leaf's gradient is
  /// replaced, or added to when it accumulates. The recording is used up: a second call is a fault,
  /// as is a call on an array that was not recorded.
  public func backward() {
    BackwardPass.run(from: node)
  }

  /// Asks for gradients with respect to this array in recordings from now on.
  /// - Parameter accumulate: whether each `backward()` adds to the gradient instead of replacing it
  public mutating func attachGradient(accumulate: Bool = false) {
    storage = detached().storage
    node.needsGradient = true
    node.accumulates = accumulate
  }

  /// Asks for gradients as another node does, and takes over the one that it has.
  mutating func attachGradient(like other: Node) {
    attachGradient(accumulate: other.accumulates)
    node.gradientPass = other.gradientPass
    node.gradientStorage = other.gradientStorage
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
