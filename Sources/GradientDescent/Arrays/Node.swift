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
    var backwardRule: BackwardRule?
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

  func deallocate() {
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
