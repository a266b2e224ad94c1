/// The operations of the current recording, and the nodes of the last one, kept for reuse.
///
/// A training step records the same operations with the same shapes again and again. The tape
/// therefore keeps its nodes, buffers included, from one recording to the next: while nobody else
/// holds the node at a place, the operation recorded at that place takes it over, and a steady step
/// allocates nothing.
///
/// The engine is made for one thread, and has one tape.
@usableFromInline
enum Tape {
  /// How many recordings are open, one inside another.
  nonisolated(unsafe) private static var depth = 0
  nonisolated(unsafe) private static var nodes = NodeList()
  nonisolated(unsafe) private static var used = 0
  nonisolated(unsafe) private static var recorded = 0

  static var isRecording: Bool {
    @inline(__always) get { depth > 0 }
  }

  @usableFromInline
  static func begin() {
    if depth == 0 { recycle() }
    depth += 1
  }

  @usableFromInline
  static func end() { depth -= 1 }

  /// Stops recording for a while.
  /// - Returns: the depth to hand to `resume`
  @usableFromInline
  static func suspend() -> Int {
    defer { depth = 0 }
    return depth
  }

  @usableFromInline
  static func resume(_ depth: Int) { self.depth = depth }

  /// A node for an operation's result, to be written by the caller.
  @inline(__always)
  static func makeNode(_ shape: Shape, _ dtype: DType) -> Node {
    recorded &+= 1
    let place = used
    used &+= 1
    if place < nodes.count, nodes.isHeldHereOnly(place), nodes[place].fits(shape, dtype) {
      let node = nodes[place]
      if node.shape != shape { node.shape = shape }
      node.order = recorded
      return node
    }
    return replaceNode(at: place, shape, dtype)
  }

  @inline(never)
  private static func replaceNode(at place: Int, _ shape: Shape, _ dtype: DType) -> Node {
    let node = Node(shape: shape, dtype: dtype)
    node.order = recorded
    nodes.put(node, at: place)
    return node
  }

  /// Lets go of what the last recording still holds, from its end, so that each node in turn is held
  /// by nobody but the tape, unless the user keeps it.
  private static func recycle() {
    while used > 0 {
      used &-= 1
      if !nodes[used].isSpent && nodes.isHeldHereOnly(used) { nodes[used].releaseInputs() }
    }
  }
}

/// Records the operations in `body`, so that `backward()` can be called on what they make.
/// - Parameter body: computes a loss from arrays whose gradients are wanted
/// - Returns: what `body` returns
@inlinable
public func record<Result>(_ body: () -> Result) -> Result {
  Tape.begin()
  defer { Tape.end() }
  return body()
}

/// Runs `body` without recording, inside of a recording too.
/// - Returns: what `body` returns
@inlinable
public func noGradient<Result>(_ body: () -> Result) -> Result {
  let depth = Tape.suspend()
  defer { Tape.resume(depth) }
  return body()
}
