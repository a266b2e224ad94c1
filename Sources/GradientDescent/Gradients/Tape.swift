/// The operations of the current recording, and the nodes of the last one, kept for reuse.
///
/// A training step records the same operations with the same shapes again and again. The tape
/// therefore keeps its nodes, buffers included, from one recording to the next: while nobody else
/// holds the node at a place, the operation recorded at that place takes it over, and a steady step
/// allocates nothing.
final class Tape {
  /// The engine's tape. The engine is made for one thread.
  nonisolated(unsafe) static let current = Tape()

  /// How many recordings are open, one inside another.
  private(set) var depth = 0
  private var nodes: [Node] = []
  private var used = 0
  private var recorded = 0

  var isRecording: Bool { depth > 0 }

  func begin() {
    if depth == 0 { recycle() }
    depth += 1
  }

  func end() { depth -= 1 }

  /// Suspends recording; the depth to hand to `resume`.
  func suspend() -> Int {
    defer { depth = 0 }
    return depth
  }

  func resume(_ depth: Int) { self.depth = depth }

  /// A node for an operation's result, to be written by the caller.
  @inline(__always)
  func makeNode(_ shape: Shape, _ dtype: DType) -> Node {
    recorded += 1
    let place = used
    used += 1
    if place < nodes.count, isKnownUniquelyReferenced(&nodes[place]),
      nodes[place].fits(shape, dtype)
    {
      nodes[place].shape = shape
      nodes[place].order = recorded
      return nodes[place]
    }
    return replaceNode(at: place, shape, dtype)
  }

  @inline(never)
  private func replaceNode(at place: Int, _ shape: Shape, _ dtype: DType) -> Node {
    let node = Node(shape: shape, dtype: dtype)
    node.order = recorded
    if place < nodes.count { nodes[place] = node } else { nodes.append(node) }
    return node
  }

  /// Lets go of what the last recording still holds, from its end, so that each node in turn is held
  /// by nobody but the tape, unless the user keeps it.
  private func recycle() {
    while used > 0 {
      used -= 1
      if isKnownUniquelyReferenced(&nodes[used]) { nodes[used].releaseInputs() }
    }
  }
}

/// Records the operations in `body`, so that `backward()` can be called on what they make.
/// - Parameter body: computes a loss from arrays whose gradients are wanted
/// - Returns: what `body` returns
public func record<Result>(_ body: () -> Result) -> Result {
  Tape.current.begin()
  defer { Tape.current.end() }
  return body()
}

/// Runs `body` without recording, inside of a recording too.
/// - Returns: what `body` returns
public func noGradient<Result>(_ body: () -> Result) -> Result {
  let depth = Tape.current.suspend()
  defer { Tape.current.resume(depth) }
  return body()
}
