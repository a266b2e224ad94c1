/// Numbers that a layer learns, with their gradient.
public final class Parameter {
  /// The parameter's name, such as `weight` or `bias`.
  public let name: String
  /// The rule for the first values, when it is not the one given to `initialize`.
  let initializer: Initializer?
  /// Nil while the shape is not known, or before `initialize`.
  private var array: NDArray?
  /// True if others may hold the values, since they have been asked for.
  private var isShared = true
  private var shape: Shape?
  /// The arguments of `initialize`, kept until the shape is known.
  private var waiting: (Initializer, DType, any RandomSource)?

  /// Makes a parameter without values.
  /// - Parameters:
  ///   - name: such as `weight`; messages use it
  ///   - shape: nil when the layer finds out at its first call
  ///   - initializer: the rule for the first values; nil takes the one given to `initialize`
  public init(name: String, shape: Shape? = nil, initializer: Initializer? = nil) {
    self.name = name
    self.shape = shape
    self.initializer = initializer
  }

  /// The values; a fault before there are any.
  public var data: NDArray {
    get {
      guard let array else { fault(name, whyEmpty) }
      isShared = true
      return array
    }
    set {
      if let shape, shape != newValue.shape {
        fault(name, "values of shape \(newValue.shape) for a parameter of shape \(shape)")
      }
      shape = newValue.shape
      var copy = newValue
      copy.attachGradient()
      array = copy
      isShared = true
      waiting = nil
    }
  }

  /// dL/d(values) of the last `backward()`; nil before the first one.
  public var gradient: NDArray? { array?.gradient }

  /// True if each `backward()` adds to the gradient instead of replacing it (Gluon's `grad_req='add'`).
  /// With it, `zeroGradient()` starts anew.
  public var accumulatesGradient: Bool {
    get { data.node.accumulates }
    set { data.node.accumulates = newValue }
  }

  /// Sets the gradient to zero.
  public func zeroGradient() { array?.zeroGradient() }

  /// Draws new first values, now or as soon as the shape is known.
  @inline(never)
  func initialize(_ standard: Initializer, dtype: DType, from random: any RandomSource) {
    let rule = initializer ?? standard
    guard let shape else {
      waiting = (rule, dtype, random)
      return
    }
    let values = rule.values(shape, random)
    if values.count != shape.count {
      fault(rule.name, "\(values.count) values for a parameter of shape \(shape)")
    }
    data = NDArray(values, shape: shape, dtype: dtype)
  }

  /// Returns the values for a layer's call; `shape` is theirs if it was not known before.
  @inline(__always)
  func values(_ shape: @autoclosure () -> Shape) -> Node {
    if let array { return array.node }
    return firstValues(shape())
  }

  @inline(never)
  private func firstValues(_ shape: Shape) -> Node {
    guard let (rule, dtype, random) = waiting else { fault(name, whyEmpty) }
    self.shape = shape
    initialize(rule, dtype: dtype, from: random)
    return data.node
  }

  /// Returns true if a backward pass has reached the parameter since the last call.
  @inline(__always)
  func takeFreshness() -> Bool {
    guard let node = array?.node, node.gradient != nil else { return false }
    let pass = node.gradientPass
    defer { usedPass = pass }
    return pass != usedPass
  }

  /// The backward pass whose gradient has been used.
  private var usedPass = 0

  /// The gradient divided by the batch size, in an array that each step overwrites.
  @inline(__always)
  func averageGradient(_ batchSize: Int) -> NDArray? {
    guard let gradient else { return nil }
    if batchSize == 1 { return gradient }
    average.assign(gradient, dividedBy: Double(batchSize))
    return average
  }

  private var average = NDArray.zeros([0])

  /// values += factor · gradient / batch size, in one pass.
  @inline(__always)
  func addGradient(dividedBy batchSize: Int, times factor: Double) {
    if isShared || Tape.hasUnspent { makeUnique() }
    guard let node = array?.node, let gradient = node.gradient else { return }
    node.add(gradient, dividedBy: batchSize, times: factor)
  }

  @inline(never)
  private func makeUnique() {
    array?.makeUnique()
    isShared = false
  }

  /// Lets an optimizer write the values, or assign others of the same shape and `dtype`.
  @inline(__always)
  func update(_ body: (inout NDArray) -> Void) {
    guard var values = array else { fault(name, whyEmpty) }
    array = nil
    let before = values.node
    body(&values)
    if values.node != before { adopt(&values, before) }
    array = values
    isShared = true
  }

  /// Makes new values go on where the old ones were: with their gradient, which recordings write.
  @inline(never)
  private func adopt(_ values: inout NDArray, _ before: Node) {
    if values.node.needsGradient && values.node.isLeaf { return }
    if !values.node.has(before.shape, before.dtype) {
      fault(
        name,
        "a \(values.dtype) array of shape \(values.shape) for a \(before.dtype) parameter of shape "
          + "\(before.shape)")
    }
    values.attachGradient(like: before)
  }

  private var whyEmpty: String {
    waiting == nil
      ? "the parameter has no values; call initialize first"
      : "the parameter's shape is not known before the layer's first call"
  }
}
