// A node as a vertex of the graph of operations.
extension Node {
  /// True if gradients flow into this node.
  var needsGradient: Bool {
    @inline(__always) get { fields.pointee.needsGradient }
    nonmutating set { fields.pointee.needsGradient = newValue }
  }

  /// True if a new pass adds to a leaf's gradient instead of replacing it.
  var accumulates: Bool {
    @inline(__always) get { fields.pointee.accumulates }
    nonmutating set { fields.pointee.accumulates = newValue }
  }

  /// dL/d(this), of the same shape; nil until a backward pass has reached it.
  var gradient: Node? {
    @inline(__always) get { fields.pointee.gradient?.node }
  }

  /// The gradient's storage, for others to keep it too.
  var gradientStorage: Storage? {
    get {
      fields.pointee.isGradientShared = true
      return fields.pointee.gradient
    }
    nonmutating set {
      fields.pointee.isGradientShared = true
      fields.pointee.gradient = newValue
    }
  }

  /// True if nobody but this node keeps its gradient. References are not counted as long as nobody has
  /// asked for the storage.
  var ownsGradientAlone: Bool {
    @inline(__always) get { !fields.pointee.isGradientShared || isGradientFreeAgain() }
  }

  @inline(never)
  private func isGradientFreeAgain() -> Bool {
    fields.pointee.isGradientShared = !isKnownUniquelyReferenced(&fields.pointee.gradient)
    return !fields.pointee.isGradientShared
  }

  /// True if a recorded operation holds this node, be it spent or not.
  var hasReaders: Bool {
    @inline(__always) get { fields.pointee.readers != 0 }
  }

  /// True if a recorded operation may still need these elements.
  var isRead: Bool {
    @inline(__always) get { Tape.hasUnspent && hasReaders }
  }

  /// The number of the backward pass that last wrote `gradient`.
  var gradientPass: Int {
    @inline(__always) get { fields.pointee.gradientPass }
    nonmutating set { fields.pointee.gradientPass = newValue }
  }

  /// True if no operation made this node.
  var isLeaf: Bool {
    @inline(__always) get { order == 0 }
  }

  /// True once the backward rule has run; it can run once.
  var isSpent: Bool {
    @inline(__always) get { fields.pointee.isSpent }
    nonmutating set { fields.pointee.isSpent = newValue }
  }

  /// The place in the order in which operations were recorded, from 1; 0 for a leaf.
  var order: Int {
    @inline(__always) get { fields.pointee.order }
    nonmutating set { fields.pointee.order = newValue }
  }

  /// The number of the backward pass that last visited this node.
  var visitedPass: Int {
    @inline(__always) get { fields.pointee.visitedPass }
    nonmutating set { fields.pointee.visitedPass = newValue }
  }
}

// The edges. A recorded operation keeps its inputs until the next one takes its place on the tape: in a
// steady step that is the same operation of the same nodes, and nothing changes.
extension Node {
  /// The inputs of the operation that made this node; nil for a leaf.
  var inputs: Inputs? {
    @inline(__always) get { fields.pointee.inputs }
  }

  /// Sets the operation that made this node, and its inputs.
  @inline(__always)
  func record<O: Operation>(_ operation: O, _ inputs: Inputs) {
    if fields.pointee.inputs != inputs { replaceInputs(inputs) }
    let run: BackwardRule.Function = { node, call in
      if let call {
        call.write(operation.slopes(call))
      } else {
        operation.backward(node)
      }
    }
    if let rule = fields.pointee.backwardRule, rule.isSame(run) { return }
    fields.pointee.backwardRule = BackwardRule(run)
  }

  @inline(never)
  private func replaceInputs(_ inputs: Inputs) {
    inputs.forEach { $0.fields.pointee.readers &+= 1 }
    releaseInputs()
    fields.pointee.inputs = inputs
  }

  /// Lets go of the inputs.
  func releaseInputs() {
    let inputs = fields.pointee.inputs
    fields.pointee.inputs = nil
    inputs?.forEach { $0.loseReader() }
  }

  private func loseReader() {
    fields.pointee.readers &-= 1
    if fields.pointee.readers == 0 && !fields.pointee.isOwned { deallocate() }
  }

  /// Runs the backward rule of a node that an operation has made.
  @inline(__always)
  func runBackwardRule(_ call: RecordedCall? = nil) {
    let rule = Unmanaged.passUnretained(fields.pointee.backwardRule.unsafelyUnwrapped)
    rule.lend { $0.run(self, call) }
  }
}
