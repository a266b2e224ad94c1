/// The elements of an `NDArray` and, when an operation was recorded, the operation that made them.
///
/// A node is at once the array's elements and the vertex of the graph that `backward()` walks. It is a
/// plain pointer. Its memory lives as long as its `Storage`, or a recorded operation that reads it.
struct Node: Equatable {
  let fields: UnsafeMutablePointer<Fields>

  /// The memory that a node points to.
  struct Fields {
    let dtype: DType
    var shape: Shape
    var count: Int
    let elements: UnsafeMutableRawPointer
    let capacity: Int
    var isOwned = true
    /// The storage that keeps the node, while there is one.
    var owner: Unmanaged<Storage>?
    var readers = 0

    var needsGradient = false
    var accumulates = false
    var gradient: Storage?
    var isGradientShared = false
    var gradientPass = 0

    var isSpent = false
    var order = 0
    var visitedPass = 0
    var knownSum: Double?
    var inputs: Inputs?
    var backwardRule: BackwardRule?
  }

  /// Makes a node without history, its elements still to be written.
  init(shape: Shape, dtype: DType) {
    let capacity = shape.count
    shape.requireMemory(dtype.size)
    fields = NodePool.take()
    fields.initialize(
      to: Fields(
        dtype: dtype, shape: shape, count: capacity,
        elements: BufferPool.take(capacity &* dtype.size), capacity: capacity))
  }

  /// Notes that the last array that held the node is gone; recorded operations may still read it.
  func endOwnership() {
    fields.pointee.isOwned = false
    fields.pointee.owner = nil
    if fields.pointee.readers == 0 { deallocate() }
  }

  func deallocate() {
    if !isLeaf && !isSpent { Tape.forget() }
    releaseInputs()
    BufferPool.giveBack(elements, capacity &* dtype.size)
    fields.deinitialize(count: 1)
    NodePool.giveBack(fields)
  }

  static func == (a: Node, b: Node) -> Bool { a.fields == b.fields }
}

// The array.
extension Node {
  var dtype: DType {
    @inline(__always) get { fields.pointee.dtype }
  }

  var shape: Shape {
    @inline(__always) get { fields.pointee.shape }
  }

  /// Changes the shape, and the gradient's with it: a gradient has its node's shape at all times.
  /// - Parameter shape: a shape that needs no more than `capacity`
  func changeShape(_ shape: Shape) {
    fields.pointee.shape = shape
    fields.pointee.count = shape.count
    if let gradient, gradient.capacity >= count, ownsGradientAlone {
      gradient.changeShape(shape)
    } else {
      gradientStorage = nil
    }
  }

  /// The number of elements: `shape.count`.
  var count: Int {
    @inline(__always) get { fields.pointee.count }
  }

  /// Room for `capacity` elements of `dtype`, row-major.
  var elements: UnsafeMutableRawPointer {
    @inline(__always) get { fields.pointee.elements }
  }

  var capacity: Int {
    @inline(__always) get { fields.pointee.capacity }
  }

  /// True if the node holds an array of this shape and type.
  @inline(__always)
  func has(_ shape: Shape, _ dtype: DType) -> Bool { self.dtype == dtype && self.shape == shape }

  /// Returns true if the node's memory is large enough for an array of this shape and type.
  func fits(_ shape: Shape, _ dtype: DType) -> Bool {
    self.dtype == dtype && shape.count <= capacity
  }

  @inline(__always)
  func pointer<T: Element>(_ type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    elements.assumingMemoryBound(to: T.self)
  }

  /// Σ of the elements by `Lanes`, if the operation that wrote them has added them up on the way; nil
  /// once anything else is written.
  var knownSum: Double? {
    @inline(__always) get { fields.pointee.knownSum }
    nonmutating set { fields.pointee.knownSum = newValue }
  }

  /// Copies all elements of a node of the same count and type.
  @inline(__always)
  func copyElements(from other: Node) {
    elements.copyMemory(from: other.elements, byteCount: count &* dtype.size)
  }

  /// Writes one value everywhere.
  @inline(__always)
  func fill(_ value: Double) {
    switch dtype {
    case .float32: pointer(Float.self).update(repeating: Float(value), count: count)
    case .float64: pointer(Double.self).update(repeating: value, count: count)
    }
  }
}
