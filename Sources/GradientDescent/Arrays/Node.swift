/// The numbers behind an `NDArray` and, when an operation was recorded, where they came from.
///
/// A node is at once the array's elements and the vertex of the graph that `backward()` walks. It is a
/// plain pointer. Its memory lives as long as its `Storage`, or a recorded operation that reads it.
struct Node: Equatable {
  let body: UnsafeMutablePointer<Body>

  /// What a node points to.
  struct Body {
    let dtype: DType
    var shape: Shape
    var count: Int
    let elements: UnsafeMutableRawPointer
    let capacity: Int
    var isOwned = true
    var readers = 0

    var needsGradient = false
    var accumulates = false
    var gradient: Storage?
    var isGradientShared = false
    var gradientPass = 0

    var isSpent = false
    var order = 0
    var visitedPass = 0
    var scalar = 0.0
    var knownSum: Double?
    var inputs: (Node?, Node?, Node?) = (nil, nil, nil)
    var backwardRule: (Node) -> Void = { _ in }
  }

  /// A node without history, its elements still to be written.
  init(shape: Shape, dtype: DType) {
    let capacity = shape.count
    body = BodyPool.take()
    body.initialize(
      to: Body(
        dtype: dtype, shape: shape, count: capacity,
        elements: BufferPool.take(capacity &* dtype.size), capacity: capacity))
  }

  /// The last array that holds the node is gone; recorded operations may still read it.
  func endOwnership() {
    body.pointee.isOwned = false
    if body.pointee.readers == 0 { deallocate() }
  }

  private func deallocate() {
    if !isLeaf && !isSpent { Tape.forget() }
    releaseInputs()
    BufferPool.giveBack(elements, capacity &* dtype.size)
    body.deinitialize(count: 1)
    BodyPool.giveBack(body)
  }

  static func == (a: Node, b: Node) -> Bool { a.body == b.body }
}

// The array.
extension Node {
  var dtype: DType {
    @inline(__always) get { body.pointee.dtype }
  }

  var shape: Shape {
    @inline(__always) get { body.pointee.shape }
  }

  /// Changes the shape, and the gradient's with it: a gradient has its node's shape at all times.
  /// - Parameter shape: one that needs no more than `capacity`
  func changeShape(_ shape: Shape) {
    body.pointee.shape = shape
    body.pointee.count = shape.count
    if let gradient, gradient.capacity >= count, ownsGradientAlone {
      gradient.changeShape(shape)
    } else {
      gradientStorage = nil
    }
  }

  /// The number of elements: `shape.count`.
  var count: Int {
    @inline(__always) get { body.pointee.count }
  }

  /// Room for `capacity` elements of `dtype`, row-major.
  var elements: UnsafeMutableRawPointer {
    @inline(__always) get { body.pointee.elements }
  }

  var capacity: Int {
    @inline(__always) get { body.pointee.capacity }
  }

  /// Whether the node holds an array of this shape and type.
  @inline(__always)
  func has(_ shape: Shape, _ dtype: DType) -> Bool { self.dtype == dtype && self.shape == shape }

  /// Whether the node can hold an array of this shape and type as it is.
  func fits(_ shape: Shape, _ dtype: DType) -> Bool {
    self.dtype == dtype && shape.count <= capacity
  }

  @inline(__always)
  func pointer<T: Element>(_ type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    elements.assumingMemoryBound(to: T.self)
  }

  /// Σ of the elements, when the operation that wrote them has added them up on the way; nil once
  /// anything else is written.
  var knownSum: Double? {
    @inline(__always) get { body.pointee.knownSum }
    nonmutating set { body.pointee.knownSum = newValue }
  }

  /// Σ of the elements, by `Lanes`.
  @inline(__always)
  func sum<T: Element>(_ type: T.Type) -> T {
    if let knownSum { return T(knownSum) }
    return Lanes.sum(pointer(T.self), count)
  }

  /// Copies all elements of a node of the same count and type.
  @inline(__always)
  func copyElements(from other: Node) {
    elements.copyMemory(from: other.elements, byteCount: count &* dtype.size)
  }
}

// The vertex.
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

  /// What turns this node's gradient into its inputs'; does nothing for a leaf.
  var backwardRule: (Node) -> Void {
    @inline(__always) get { body.pointee.backwardRule }
    nonmutating set { body.pointee.backwardRule = newValue }
  }
}

// The edges. An operation that was recorded keeps what it read until the next one takes its place on
// the tape: in a steady step that is the same operation of the same nodes, and nothing changes.
extension Node {
  /// Notes what the operation read.
  @inline(__always)
  func setInputs(_ first: Node, _ second: Node?, _ third: Node?) {
    let old = body.pointee.inputs
    if old.0 == first && old.1 == second && old.2 == third { return }
    replaceInputs(first, second, third)
  }

  @inline(never)
  private func replaceInputs(_ first: Node, _ second: Node?, _ third: Node?) {
    first.body.pointee.readers &+= 1
    if let second { second.body.pointee.readers &+= 1 }
    if let third { third.body.pointee.readers &+= 1 }
    releaseInputs()
    body.pointee.inputs = (first, second, third)
  }

  /// Lets go of what the operation read.
  func releaseInputs() {
    let inputs = body.pointee.inputs
    body.pointee.inputs = (nil, nil, nil)
    inputs.0?.loseReader()
    inputs.1?.loseReader()
    inputs.2?.loseReader()
  }

  private func loseReader() {
    body.pointee.readers &-= 1
    if body.pointee.readers == 0 && !body.pointee.isOwned { deallocate() }
  }
}

/// Bodies that nobody uses any more, in a chain through their own memory.
private enum BodyPool {
  nonisolated(unsafe) private static var free: UnsafeMutableRawPointer?

  @inline(__always)
  static func take() -> UnsafeMutablePointer<Node.Body> {
    guard let place = free else { return .allocate(capacity: 1) }
    free = place.load(as: UnsafeMutableRawPointer?.self)
    return place.assumingMemoryBound(to: Node.Body.self)
  }

  @inline(__always)
  static func giveBack(_ body: UnsafeMutablePointer<Node.Body>) {
    let place = UnsafeMutableRawPointer(body)
    place.storeBytes(of: free, as: UnsafeMutableRawPointer?.self)
    free = place
  }
}
