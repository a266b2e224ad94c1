// A node as the vertex of the graph of what was computed from what.
extension Node {
  /// Whether gradients flow into this node.
  var needsGradient: Bool {
    @inline(__always) get { body.pointee.needsGradient }
    nonmutating set { body.pointee.needsGradient = newValue }
  }

  /// Whether a new pass adds to a leaf's gradient instead of replacing it.
  var accumulates: Bool {
    @inline(__always) get { body.pointee.accumulates }
    nonmutating set { body.pointee.accumulates = newValue }
  }

  /// dL/d(this), of the same shape; nil until a backward pass has reached it.
  var gradient: Node? {
    @inline(__always) get { body.pointee.gradient?.node }
  }

  /// What keeps the gradient, for others to keep it too.
  var gradientStorage: Storage? {
    get {
      body.pointee.isGradientShared = true
      return body.pointee.gradient
    }
    nonmutating set {
      body.pointee.isGradientShared = true
      body.pointee.gradient = newValue
    }
  }

  /// Whether nobody but this node keeps its gradient. Counting is left out as long as nobody has asked
  /// for it.
  var ownsGradientAlone: Bool {
    @inline(__always) get { !body.pointee.isGradientShared || isGradientFreeAgain() }
  }

  @inline(never)
  private func isGradientFreeAgain() -> Bool {
    body.pointee.isGradientShared = !isKnownUniquelyReferenced(&body.pointee.gradient)
    return !body.pointee.isGradientShared
  }

  /// Whether a recorded operation holds this node, be it spent or not.
  var hasReaders: Bool {
    @inline(__always) get { body.pointee.readers != 0 }
  }

  /// Whether a recorded operation may still need these numbers.
  var isRead: Bool {
    @inline(__always) get { Tape.hasUnspent && hasReaders }
  }

  /// The backward pass that last wrote `gradient`.
  var gradientPass: Int {
    @inline(__always) get { body.pointee.gradientPass }
    nonmutating set { body.pointee.gradientPass = newValue }
  }

  /// Whether no operation made this node.
  var isLeaf: Bool {
    @inline(__always) get { order == 0 }
  }

  /// Whether the backward rule has run; it can run once.
  var isSpent: Bool {
    @inline(__always) get { body.pointee.isSpent }
    nonmutating set { body.pointee.isSpent = newValue }
  }

  /// What the operation read, at most three arrays.
  var inputs: (Node?, Node?, Node?) {
    @inline(__always) get { body.pointee.inputs }
  }

  /// A number that the operation was given, such as a factor.
  var scalar: Double {
    @inline(__always) get { body.pointee.scalar }
    nonmutating set { body.pointee.scalar = newValue }
  }

  /// The place in the order in which operations were recorded, from 1; 0 for a leaf.
  var order: Int {
    @inline(__always) get { body.pointee.order }
    nonmutating set { body.pointee.order = newValue }
  }

  /// The backward pass that last saw this node.
  var visitedPass: Int {
    @inline(__always) get { body.pointee.visitedPass }
    nonmutating set { body.pointee.visitedPass = newValue }
  }

  /// What turns this node's gradient into its inputs'; nil for a leaf.
  var backwardRule: BackwardRule? {
    @inline(__always) get { body.pointee.backwardRule }
  }

  /// Changes the rule. In a steady step it is the one that is there.
  @inline(__always)
  func setBackwardRule(_ run: @escaping (Node) -> Void) {
    if let rule = body.pointee.backwardRule, rule.isSame(run) { return }
    body.pointee.backwardRule = BackwardRule(run)
  }

  /// Runs the rule of a node that an operation has made.
  @inline(__always)
  func runBackwardRule() {
    let rule = Unmanaged.passUnretained(body.pointee.backwardRule.unsafelyUnwrapped)
    rule.lend { $0.run(self) }
  }
}

/// The backward rule of an operation.
final class BackwardRule {
  let run: (Node) -> Void

  @inline(never)
  init(_ run: @escaping (Node) -> Void) { self.run = run }

  /// Whether it is the same function with the same captures: then counting it is left out.
  @inline(__always)
  func isSame(_ other: @escaping (Node) -> Void) -> Bool { Bits(run) == Bits(other) }

  private struct Bits: Equatable {
    let words: SIMD2<UInt>

    @inline(__always)
    init(_ run: @escaping (Node) -> Void) {
      words = unsafeBitCast(Function(run: run), to: SIMD2<UInt>.self)
    }
  }

  private struct Function {
    let run: (Node) -> Void
  }
}
