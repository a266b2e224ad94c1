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
///
/// The tape holds the operations of the current recording in order, so the walk goes down its places,
/// and runs the rule of each node that a later one has given a gradient. What the loss has used of
/// earlier recordings is walked after that.
private enum BackwardPass {
  nonisolated(unsafe) static var number = 0
  /// The nodes that have a gradient, and whose rule has not run yet.
  nonisolated(unsafe) static var waiting = 0
  /// Those of earlier recordings that the walk has met.
  nonisolated(unsafe) static var older: [Node] = []

  @inline(__always)
  static func run(from root: Node) {
    if !root.needsGradient || root.isLeaf {
      fault(
        "backward", "the array of shape \(root.shape) was not recorded; compute it in record { }")
    }
    number &+= 1
    waiting = 0
    root.makeGradient().fillWithOnes()
    meet(root)
    var place = Tape.place(of: root)
    while waiting != 0 {
      if place < 0 { return walkOlder() }
      let node = Tape.node(place)
      if node.gradientPass == number { runRule(of: node) }
      place &-= 1
    }
  }

  /// Notes the first gradient that a node gets in this pass.
  @inline(__always)
  static func meet(_ node: Node) {
    node.gradientPass = number
    if node.isLeaf { return }
    waiting &+= 1
    if Tape.place(of: node) < 0 { older.append(node) }
  }

  @inline(__always)
  private static func runRule(of node: Node) {
    if node.isSpent { faultOfUsedRecording() }
    node.runBackwardRule()
    Tape.spend(node)
    waiting &-= 1
  }

  @inline(never)
  private static func faultOfUsedRecording() -> Never {
    fault("backward", "this recording has been used up by an earlier backward()")
  }

  /// Runs the rules of nodes of earlier recordings, the latest first, and lets go of what they read.
  @inline(never)
  private static func walkOlder() {
    let nodes = reachable(from: older)
    older = []
    for node in nodes where node.gradientPass == number { runRule(of: node) }
    older = []
    // A node that has been taken over since comes after the operation that has read it.
    if waiting != 0 { faultOfUsedRecording() }
    // The earliest first: each node is still held by a later one.
    for node in nodes.reversed() { node.releaseInputs() }
  }

  /// Recorded nodes and those that they depend on, the latest first.
  private static func reachable(from roots: [Node]) -> [Node] {
    var nodes: [Node] = []
    func visit(_ node: Node?) {
      guard let node, node.needsGradient, !node.isLeaf, node.visitedPass != number else { return }
      node.visitedPass = number
      nodes.append(node)
    }
    for root in roots { visit(root) }
    var next = 0
    while next < nodes.count {
      let inputs = nodes[next].inputs
      visit(inputs.0)
      visit(inputs.1)
      visit(inputs.2)
      next += 1
    }
    return nodes.sorted { $0.order > $1.order }
  }
}

extension Node {
  /// The gradient's node, to be written in full by the caller: the old one unless somebody else holds
  /// it.
  @inline(__always)
  func makeGradient() -> Node {
    if let gradient, ownsGradientAlone { return gradient }
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
    if isFirst { BackwardPass.meet(self) }
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
