/// An array of numbers with a shape, a `dtype` and, when recorded, a history to differentiate.
///
/// A value: a copy never sees a later change of the original. Elements are row-major. Scalars cross
/// its border as `Double`, whatever the `dtype`.
public struct NDArray {
  var storage: Storage

  init(_ storage: Storage) { self.storage = storage }

  /// An array whose elements are still to be written.
  init(uninitialized shape: Shape, dtype: DType) { storage = Storage(shape: shape, dtype: dtype) }

  /// The node that operations read and write; valid as long as this array exists.
  var node: Node {
    @inline(__always) get { storage.node }
  }

  /// The lengths of the axes.
  public var shape: Shape { node.shape }

  /// The type of the elements.
  public var dtype: DType { node.dtype }

  /// The number of elements.
  public var count: Int { node.count }

  /// The only element.
  /// - Returns: the number; a fault when the array has more or fewer than one element
  public func item() -> Double {
    if count != 1 { fault("item", "the array of shape \(shape) has \(count) elements, not one") }
    return element(at: 0)
  }

  /// All elements, row by row.
  public var elements: [Double] { (0..<count).map { element(at: $0) } }

  /// The element at a row-major place. nan has one sign: that of arithmetic differs between processors.
  func element(at index: Int) -> Double {
    let number =
      switch dtype {
      case .float32: Double(node.pointer(Float.self)[index])
      case .float64: node.pointer(Double.self)[index]
      }
    return number.isNaN ? .nan : number
  }

  func setElement(_ value: Double, at index: Int) {
    switch dtype {
    case .float32: node.pointer(Float.self)[index] = Float(value)
    case .float64: node.pointer(Double.self)[index] = value
    }
  }

  /// Makes sure that nobody else sees what is written next.
  mutating func makeUnique() {
    if node.isRead || !isKnownUniquelyReferenced(&storage) { replaceStorage() }
    node.knownSum = nil
  }

  @inline(never)
  private mutating func replaceStorage() {
    let copy = Storage(shape: shape, dtype: dtype)
    copy.node.copyElements(from: node)
    copy.node.needsGradient = node.needsGradient
    copy.node.accumulates = node.accumulates
    copy.node.gradientPass = node.gradientPass
    copy.node.gradientStorage = node.gradientStorage
    storage = copy
  }
}

extension NDArray {
  /// The result of an operation, on the tape when a recording is open and a gradient is wanted of any
  /// input.
  /// - Parameters:
  ///   - operation: both rules, with their settings
  ///   - shape: the result's shape
  ///   - first: the first of up to three nodes that the operation reads, all of one `dtype`
  @inline(__always)
  static func operation<O: Operation>(
    _ operation: O, _ shape: Shape, _ first: Node, _ second: Node? = nil, _ third: Node? = nil
  ) -> NDArray {
    let inputs = Inputs(first, second, third)
    guard Tape.isRecording, inputs.needGradient else {
      let storage = ResultCache.makeStorage(shape, first.dtype)
      operation.forward(inputs, storage.node)
      return NDArray(storage)
    }
    let storage = Tape.makeStorage(shape, first.dtype)
    storage.node.record(operation, inputs)
    operation.forward(inputs, storage.node)
    return NDArray(storage)
  }
}
