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
    node = detached().node
    node.needsGradient = true
    node.accumulates = accumulate
  }

  /// dL/d(this), of this array's shape; nil before the first `backward()` that reaches it.
  public var gradient: NDArray? { node.gradient.map { NDArray($0) } }

  /// A copy that has no history and wants no gradient.
  public func detached() -> NDArray {
    let copy = NDArray(uninitialized: shape, dtype: dtype)
    copy.node.elements.copyMemory(from: node.elements, byteCount: count * dtype.size)
    return copy
  }
}

/// One walk from a loss back to its leaves.
private enum BackwardPass {
  nonisolated(unsafe) static var number = 0
  nonisolated(unsafe) static var path: [Node] = []

  static func run(from root: Node) {
    if !root.needsGradient || root.backwardRule == nil {
      fault("backward", "the array of shape \(root.shape) was not recorded; compute it in record { }")
    }
    number += 1
    collect(from: root)
    root.makeGradient().fill(1)
    root.gradientPass = number
    for node in path {
      node.backwardRule?(node)
      node.isSpent = true
    }
    for node in path { node.releaseInputs() }
    path.removeAll(keepingCapacity: true)
  }

  /// Puts every recorded node that the root depends on into `path`, the latest first.
  private static func collect(from root: Node) {
    visit(root)
    var next = 0
    var isSorted = true
    while next < path.count {
      let node = path[next]
      if node.isSpent {
        path.removeAll()
        fault("backward", "this recording has been used up by an earlier backward()")
      }
      if next > 0 && path[next - 1].order < node.order { isSorted = false }
      visit(node.inputs.0)
      visit(node.inputs.1)
      visit(node.inputs.2)
      next += 1
    }
    if !isSorted { path.sort { $0.order > $1.order } }
  }

  @inline(__always)
  private static func visit(_ node: Node?) {
    guard let node, node.needsGradient, node.backwardRule != nil, node.visitedPass != number else {
      return
    }
    node.visitedPass = number
    path.append(node)
  }
}

extension Node {
  /// The gradient's node, to be written in full by the caller: the old one unless somebody else holds
  /// it, or the shape has changed.
  @inline(__always)
  func makeGradient() -> Node {
    if gradient != nil, isKnownUniquelyReferenced(&gradient), let gradient,
      gradient.fits(shape, dtype)
    {
      gradient.shape = shape
      return gradient
    }
    let made = Node(shape: shape, dtype: dtype)
    gradient = made
    return made
  }

  /// Where a backward rule puts its share of this node's gradient.
  /// - Returns: the gradient, and whether to add to it (true) or to replace it (false)
  @inline(__always)
  func gradientShare() -> (gradient: Node, adds: Bool) {
    let isFirst = gradientPass != BackwardPass.number
    gradientPass = BackwardPass.number
    guard let old = gradient, !isFirst || accumulates else { return (makeGradient(), false) }
    let share = makeGradient()
    if share !== old {
      share.elements.copyMemory(from: old.elements, byteCount: count * dtype.size)
    }
    return (share, true)
  }
}
