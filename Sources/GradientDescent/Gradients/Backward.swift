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

  /// dL/d(this), of this array's shape; nil before the first `backward()` that reaches it.
  public var gradient: NDArray? { node.gradientStorage.map { NDArray($0) } }

  /// A copy that has no history and wants no gradient.
  public func detached() -> NDArray {
    let copy = NDArray(uninitialized: shape, dtype: dtype)
    copy.node.copyElements(from: node)
    return copy
  }
}

/// One walk from a loss back to its leaves.
private enum BackwardPass {
  nonisolated(unsafe) static var number = 0
  /// The recorded nodes that the loss depends on, the latest first. The loss holds them all.
  nonisolated(unsafe) static var path: UnsafeMutablePointer<Node>?
  nonisolated(unsafe) static var capacity = 0
  nonisolated(unsafe) static var count = 0

  static func run(from root: Node) {
    if !root.needsGradient || root.isLeaf {
      fault(
        "backward", "the array of shape \(root.shape) was not recorded; compute it in record { }")
    }
    number &+= 1
    count = 0
    collect(from: root)
    guard let path else { return }
    root.makeGradient().fill(1)
    root.gradientPass = number
    for place in 0..<count {
      let node = path[place]
      node.backwardRule(node)
      node.isSpent = true
    }
    // The earliest first: each node is still held by a later one.
    for place in (0..<count).reversed() { path[place].releaseInputs() }
  }

  private static func collect(from root: Node) {
    visit(root)
    var next = 0
    var isSorted = true
    while next < count, let path {
      let node = path[next]
      if node.isSpent {
        fault("backward", "this recording has been used up by an earlier backward()")
      }
      if next > 0 && path[next - 1].order < node.order { isSorted = false }
      let inputs = node.inputs
      if let input = inputs.0 { visit(input) }
      if let input = inputs.1 { visit(input) }
      if let input = inputs.2 { visit(input) }
      next &+= 1
    }
    if isSorted { return }
    var nodes = UnsafeMutableBufferPointer(start: path, count: count)
    nodes.sort { $0.order > $1.order }
  }

  @inline(__always)
  private static func visit(_ node: Node) {
    if node.isLeaf || !node.needsGradient || node.visitedPass == number { return }
    node.visitedPass = number
    if count == capacity { grow() }
    path.unsafelyUnwrapped[count] = node
    count &+= 1
  }

  private static func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: max(64, 2 * capacity))
    if let path {
      larger.update(from: path, count: count)
      path.deallocate()
    }
    path = larger
    capacity = max(64, 2 * capacity)
  }
}

extension Node {
  /// The gradient's node, to be written in full by the caller: the old one unless somebody else holds
  /// it, or the shape has changed.
  @inline(__always)
  func makeGradient() -> Node {
    if let gradient, gradient.fits(shape, dtype), ownsGradientAlone {
      gradient.shape = shape
      return gradient
    }
    return replaceGradient()
  }

  @inline(never)
  private func replaceGradient() -> Node {
    let made = Storage(shape: shape, dtype: dtype)
    gradientStorage = made
    return made.node
  }

  /// Where a backward rule puts its share of this node's gradient.
  /// - Returns: the gradient, and whether to add to it (true) or to replace it (false)
  @inline(__always)
  func gradientShare() -> (gradient: Node, adds: Bool) {
    let isFirst = gradientPass != BackwardPass.number
    gradientPass = BackwardPass.number
    guard gradient != nil, !isFirst || accumulates else { return (makeGradient(), false) }
    return (makeGradientToAddTo(), true)
  }

  @inline(never)
  private func makeGradientToAddTo() -> Node {
    // Whoever holds the old gradient keeps its numbers.
    guard let old = gradientStorage else { return makeGradient() }
    let share = makeGradient()
    if share != old.node { share.copyElements(from: old.node) }
    return share
  }
}
