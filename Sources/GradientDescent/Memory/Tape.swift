/// The operations of the current recording, and the nodes of the last one, kept for reuse.
///
/// A training step records the same operations with the same shapes again and again. The tape
/// therefore keeps its nodes, buffers and edges included, from one recording to the next: while nobody
/// else holds the node at a place, the operation recorded at that place takes it over, and a steady
/// step allocates nothing and counts nothing.
///
/// The engine is made for one thread, and has one tape.
@usableFromInline
enum Tape {
  /// The number of open recordings, one inside another.
  nonisolated(unsafe) private static var depth = 0
  nonisolated(unsafe) private static var storages = StorageList()
  /// The places that the current recording has taken.
  nonisolated(unsafe) private static var used = 0
  /// The operations recorded before the current recording.
  nonisolated(unsafe) private static var earlier = 0
  /// The operations whose backward rule has not run and may yet be run.
  nonisolated(unsafe) private static var unspent = 0
  /// True if some of those are of earlier recordings.
  nonisolated(unsafe) private static var isHeldOver = false

  static var isRecording: Bool {
    @inline(__always) get { depth > 0 }
  }

  /// True if any operation still needs its inputs.
  static var hasUnspent: Bool {
    @inline(__always) get { unspent != 0 }
  }

  @usableFromInline
  static func begin() {
    if depth == 0 { recycle() }
    depth &+= 1
  }

  @usableFromInline
  static func end() { depth &-= 1 }

  /// Stops recording for a while.
  /// - Returns: the depth to hand to `resume`
  @usableFromInline
  static func suspend() -> Int {
    defer { depth = 0 }
    return depth
  }

  @usableFromInline
  static func resume(_ depth: Int) { self.depth = depth }

  /// The order of the last operation recorded: those that follow have a greater one.
  static var lastOrder: Int { earlier &+ used }

  /// A storage for an operation's result, to be written by the caller.
  @inline(__always)
  static func makeStorage(_ shape: Shape, _ dtype: DType) -> Storage {
    let place = used
    used &+= 1
    unspent &+= 1
    if place < storages.count, storages.node(place).has(shape, dtype), isFree(place) {
      let storage = storages[place]
      storage.node.restart(order: earlier &+ used)
      return storage
    }
    return changeStorage(at: place, shape, dtype)
  }

  /// Returns true if nobody needs the node at a place any more.
  @inline(__always)
  private static func isFree(_ place: Int) -> Bool {
    (!isHeldOver || !storages.node(place).hasReaders) && storages.isHeldHereOnly(place)
  }

  @inline(never)
  private static func changeStorage(at place: Int, _ shape: Shape, _ dtype: DType) -> Storage {
    if place < storages.count, storages.node(place).fits(shape, dtype), isFree(place) {
      storages.node(place).changeShape(shape)
    } else {
      if place < storages.count, storages.node(place).isSpent {
        storages.node(place).releaseInputs()
      }
      storages.put(Storage(shape: shape, dtype: dtype), at: place)
    }
    storages.node(place).restart(order: earlier &+ used)
    return storages[place]
  }

  /// Starts again at the first place.
  @inline(__always)
  private static func recycle() {
    if unspent != 0 || isHeldOver { letGo() }
    earlier &+= used
    used = 0
  }

  /// Lets go of all recordings, from the end, except for what the user still holds and may still
  /// differentiate.
  @inline(never)
  private static func letGo() {
    for place in 0..<storages.count where storages.node(place).isSpent {
      storages.node(place).releaseInputs()
    }
    for place in (0..<storages.count).reversed() {
      let node = storages.node(place)
      if !node.isSpent && !node.hasReaders && storages.isHeldHereOnly(place) {
        spend(node)
        node.releaseInputs()
      }
    }
    isHeldOver = unspent != 0
  }
}

// The tape as the backward pass sees it.
extension Tape {
  /// The place of a node in the current recording; negative when it is of an earlier one.
  @inline(__always)
  static func place(of node: Node) -> Int { node.order &- earlier &- 1 }

  /// The node at a place of the current recording.
  @inline(__always)
  static func node(_ place: Int) -> Node { storages.node(place) }

  /// The node of the operation that was recorded last in the current recording.
  static var last: Node? { used > 0 ? storages.node(used &- 1) : nil }

  /// Notes that an operation's backward rule has run.
  @inline(__always)
  static func spend(_ node: Node) {
    node.isSpent = true
    unspent &-= 1
  }

  /// Notes that an operation is gone whose backward rule has not run.
  static func forget() { unspent &-= 1 }
}

extension Node {
  /// Turns the node into the result of another operation.
  @inline(__always)
  fileprivate func restart(order: Int) {
    self.order = order
    needsGradient = true
    isSpent = false
    knownSum = nil
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
