/// One walk from a loss back to its leaves.
///
/// The tape holds the operations of the current recording in order, so the walk goes down its places,
/// and runs the rule of each node that a later one has given a gradient. Nodes of earlier recordings that
/// the loss depends on come after that.
enum BackwardPass {
  nonisolated(unsafe) fileprivate static var number = 0
  /// The nodes that have a gradient, and whose rule has not run yet.
  nonisolated(unsafe) private static var waiting = 0
  /// Those of earlier recordings that the walk has met.
  nonisolated(unsafe) private static var older: [Node] = []

  @inline(__always)
  static func run(from root: Node, gradient: Node? = nil) {
    if !root.needsGradient || root.isLeaf {
      fault(
        "backward",
        "the array of shape \(root.shape) was not recorded; compute it in record { } from an array that "
          + "has called attachGradient(). An assignment such as w = w - rate * w.gradient! makes an array "
          + "without a gradient: write w -= rate * w.gradient!, which keeps it")
    }
    number &+= 1
    waiting = 0
    if let gradient {
      root.makeGradient().copyElements(from: gradient)
    } else {
      root.makeGradient().fill(1)
    }
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
  fileprivate static func meet(_ node: Node) {
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
    func visit(_ node: Node) {
      if !node.needsGradient || node.isLeaf || node.visitedPass == number { return }
      node.visitedPass = number
      nodes.append(node)
    }
    roots.forEach(visit)
    var next = 0
    while next < nodes.count {
      nodes[next].inputs?.forEach(visit)
      next += 1
    }
    return nodes.sorted { $0.order > $1.order }
  }
}

extension Node {
  /// Returns the gradient's node, to be written in full by the caller: the old one unless an array holds
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

  /// Returns the gradient that a backward rule writes its share of.
  /// - Returns: the gradient, and true if the share is added to it, false if it replaces it
  @inline(__always)
  func gradientShare() -> (gradient: Node, adds: Bool) {
    let isFirst = gradientPass != BackwardPass.number
    if isFirst { BackwardPass.meet(self) }
    guard gradient != nil, !isFirst || accumulates else { return (makeGradient(), false) }
    return (makeGradientToAddTo(), true)
  }

  @inline(never)
  private func makeGradientToAddTo() -> Node {
    // An array that holds the old gradient keeps its numbers.
    guard let old = gradientStorage else { return makeGradient() }
    let share = makeGradient()
    if share != old.node { share.copyElements(from: old.node) }
    return share
  }
}

// For backward rules, which pass a gradient on to an input.
extension Node {
  /// Writes `share(i)` to element i of this node's gradient, or adds it to what other rules have written.
  @inline(__always)
  func addToGradient<T: Element>(_ share: (Int) -> T) {
    guard needsGradient else { return }
    let room = gradientRoom(for: self)
    let d = room.node.pointer(T.self)
    for i in 0..<count { d[i] = share(i) }
    finish(room)
  }

  /// Where a backward rule writes its shares of a gradient: into the gradient itself if they replace it,
  /// else beside it. Rules are compiled for every function, and have one loop for both.
  struct GradientRoom {
    let node: Node
    fileprivate let shares: NDArray?
    fileprivate let gradient: Node?
  }

  /// Returns the room for the shares of this node's gradient, to be written in full.
  /// - Parameter result: a node of the shape that the shares have: this one's, or one that it broadcasts to
  @inline(never)
  func gradientRoom(for result: Node) -> GradientRoom {
    if count == result.count {
      let (gradient, adds) = gradientShare()
      if !adds { return GradientRoom(node: gradient, shares: nil, gradient: gradient) }
      let shares = NDArray(uninitialized: shape, dtype: dtype)
      return GradientRoom(node: shares.node, shares: shares, gradient: gradient)
    }
    let shares = NDArray(uninitialized: result.shape, dtype: dtype)
    return GradientRoom(node: shares.node, shares: shares, gradient: nil)
  }

  /// Adds the shares in a room to the gradient, if they are not in it yet.
  @inline(never)
  func finish(_ room: GradientRoom) {
    guard let shares = room.shares else { return }
    guard let gradient = room.gradient else { return addSumsToGradient(shares) }
    switch dtype {
    case .float32: gradient.add(shares.node, Float.self)
    case .float64: gradient.add(shares.node, Double.self)
    }
  }

  private func add<T: Element>(_ shares: Node, _ type: T.Type) {
    let (d, x) = (pointer(T.self), shares.pointer(T.self))
    for i in 0..<count { d[i] += x[i] }
  }

  /// Returns this node's gradient, to be added to by the caller; nil if the node does not need one.
  @inline(__always)
  func gradientToAddTo<T: Element>(_ type: T.Type) -> UnsafeMutablePointer<T>? {
    guard needsGradient else { return nil }
    let (gradient, adds) = gradientShare()
    if !adds { gradient.pointer(T.self).update(repeating: 0, count: count) }
    return gradient.pointer(T.self)
  }
}
