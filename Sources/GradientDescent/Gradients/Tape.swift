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
  nonisolated(unsafe) private static var storages = StorageList()
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

  /// A storage for an operation's result, to be written by the caller.
  @inline(__always)
  static func makeStorage(_ shape: Shape, _ dtype: DType) -> Storage {
    recorded &+= 1
    let place = used
    used &+= 1
    if place < storages.count, storages.node(place).fits(shape, dtype),
      !storages.node(place).isRead, storages.isHeldHereOnly(place)
    {
      let storage = storages[place]
      storage.node.restart(shape, order: recorded)
      return storage
    }
    return replaceStorage(at: place, shape, dtype)
  }

  @inline(never)
  private static func replaceStorage(at place: Int, _ shape: Shape, _ dtype: DType) -> Storage {
    let storage = Storage(shape: shape, dtype: dtype)
    storage.node.restart(shape, order: recorded)
    storages.put(storage, at: place)
    return storage
  }

  /// Lets go of the last recording, from its end, except for what the user still holds and may still
  /// differentiate.
  private static func recycle() {
    while used > 0 {
      used &-= 1
      let node = storages.node(used)
      if !node.isSpent && !node.isRead && storages.isHeldHereOnly(used) { node.releaseInputs() }
    }
  }
}

extension Node {
  /// Begins a new life as the result of an operation.
  @inline(__always)
  fileprivate func restart(_ shape: Shape, order: Int) {
    self.shape = shape
    self.order = order
    needsGradient = true
    isSpent = false
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
