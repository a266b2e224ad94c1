/// The numbers behind an `NDArray` and, when an operation was recorded, where they came from.
///
/// A node is at once the array's storage and the vertex of the graph that `backward()` walks. One
/// that an operation made holds its inputs until its backward rule has run.
final class Node {
  let dtype: DType
  var shape: Shape {
    didSet { count = shape.count }
  }
  /// The number of elements: `shape.count`.
  private(set) var count: Int
  /// Room for `capacity` elements of `dtype`, row-major; owned.
  let elements: UnsafeMutableRawPointer
  let capacity: Int

  /// Whether gradients flow into this node.
  var needsGradient = false
  /// dL/d(this), of the same shape; nil until a backward pass has reached it.
  var gradient: Node?
  /// The backward pass that last wrote `gradient`.
  var gradientPass = 0
  /// Whether a new pass adds to a leaf's gradient instead of replacing it.
  var accumulates = false

  /// Whether no operation made this node.
  var isLeaf = true
  /// What turns this node's gradient into its inputs'; does nothing for a leaf.
  var backwardRule: (Node) -> Void = { _ in }
  /// Whether the backward rule has run; it can run once.
  var isSpent = false
  /// What the operation read, at most three arrays.
  var inputs: (Node?, Node?, Node?)
  /// A number that the operation was given, such as a factor.
  var scalar = 0.0
  /// The place in the order in which operations were recorded.
  var order = 0
  /// The backward pass that last saw this node.
  var visitedPass = 0

  init(shape: Shape, dtype: DType) {
    self.shape = shape
    self.dtype = dtype
    count = shape.count
    capacity = count
    elements = BufferPool.take(capacity &* dtype.size)
  }

  deinit { BufferPool.giveBack(elements, capacity &* dtype.size) }

  /// Whether the node can hold an array of this shape and type as it is.
  @inline(__always)
  func fits(_ shape: Shape, _ dtype: DType) -> Bool {
    self.dtype == dtype && shape.count <= capacity
  }

  @inline(__always)
  func pointer<T: Element>(_ type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    elements.assumingMemoryBound(to: T.self)
  }

  /// Forgets the operation that made this node, and lets go of its inputs.
  @inline(__always)
  func releaseInputs() { inputs = (nil, nil, nil) }
}
