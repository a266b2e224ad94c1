/// Numbers that a layer learns, with their gradient.
public final class Parameter {
  /// The parameter's name, such as `weight` or `bias`.
  public let name: String
  /// The kind of layer that it belongs to, such as `Dense`; nil for a parameter by itself.
  let layer: String?
  /// The places of its layer in the network and those within it, from 0; empty outside of a network.
  var path: [Int] = []
  /// What the learning rate is multiplied by for this parameter alone, at least 0; 1 unless set (Gluon's
  /// `lr_mult`). At 0 the parameter stays where it is, but for what the rule remembers.
  public var learningRateMultiplier = 1.0 {
    didSet {
      if learningRateMultiplier >= 0 { return }
      fault(
        "learningRateMultiplier",
        "the factor \(learningRateMultiplier) of \(label); expected at least 0")
    }
  }
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
  public convenience init(name: String, shape: Shape? = nil, initializer: Initializer? = nil) {
    self.init(name, of: nil, shape: shape, initializer: initializer)
  }

  /// Makes a parameter with values, as PyTorch's `nn.Parameter` does.
  /// - Parameters:
  ///   - data: the first values, of any shape and `dtype`
  ///   - name: such as `weight`; messages use it
  public convenience init(_ data: NDArray, name: String = "parameter") {
    self.init(name: name, shape: data.shape)
    self.data = data
  }

  /// Makes a parameter of a layer.
  /// - Parameter layer: the kind of layer, such as `Dense`; messages use it
  init(_ name: String, of layer: String?, shape: Shape?, initializer: Initializer? = nil) {
    self.name = name
    self.layer = layer
    self.shape = shape
    self.initializer = initializer
  }

  /// The parameter in messages: `Dense.weight (layer 2)`.
  var label: String {
    let whole = (layer.map { $0 + "." } ?? "") + name
    if path.isEmpty { return whole }
    return whole + " (layer " + path.map { "\($0)" }.joined(separator: ".") + ")"
  }

  /// The values; a fault before there are any.
  public var data: NDArray {
    get {
      guard let array else { fault("data", whyEmpty) }
      isShared = true
      return array
    }
    set {
      if let shape, shape != newValue.shape {
        fault("data", "values of shape \(newValue.shape) for \(label) of shape \(shape)")
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
    guard let (rule, dtype, random) = waiting else { fault(layer ?? name, whyEmpty) }
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

  /// Lets a rule move the values, in place or by assigning others; the gradient stays.
  @inline(__always)
  func move(_ body: (inout NDArray) -> Void) {
    guard let node = array?.node else { fault("step", whyEmpty) }
    let history = GradientHistory(node)
    update(body)
    if let values = array, !history.isOf(values.node) { adopt(values, history) }
  }

  /// Lets the engine write the values, or exchange them with the gradient that they have.
  @inline(__always)
  func update(_ body: (inout NDArray) -> Void) {
    guard var values = array else { fault("step", whyEmpty) }
    array = nil
    body(&values)
    array = values
    isShared = true
  }

  /// Takes over values that a rule has assigned; the gradient stays the one of the old values.
  @inline(never)
  private func adopt(_ values: NDArray, _ history: GradientHistory) {
    if values.shape != history.shape || values.dtype != history.dtype {
      fault(
        "update",
        "\(label) became a \(values.dtype) array of shape \(values.shape); a rule keeps the "
          + "\(history.dtype) and the shape \(history.shape)")
    }
    let copy = values.detached()
    history.restore(to: copy.node)
    array = copy
  }

  /// The lengths of the axes, as far as they are known: `[64, 2]`, or `?`.
  var shapeText: String { shape.map { $0.description } ?? "?" }

  /// The number of values; nil while the shape is not known.
  var count: Int? { shape?.count }

  /// A parameter with the same values of its own, and without a gradient.
  func copy() -> Parameter {
    let copy = Parameter(name, of: layer, shape: shape, initializer: initializer)
    copy.learningRateMultiplier = learningRateMultiplier
    copy.waiting = waiting
    if let array { copy.data = array }
    return copy
  }

  private var whyEmpty: String {
    waiting == nil
      ? "\(label) has no values; call initialize on the network first"
      : "the shape of \(label) is not known before the layer's first call"
  }
}

/// What a leaf knows of its gradient, for values that take another's place.
private struct GradientHistory {
  let shape: Shape
  let dtype: DType
  private let accumulates: Bool
  private let pass: Int
  private let gradient: Storage?

  @inline(__always)
  init(_ node: Node) {
    (shape, dtype) = (node.shape, node.dtype)
    (accumulates, pass) = (node.accumulates, node.gradientPass)
    gradient = node.fields.pointee.gradient
  }

  /// Returns true if a node is a leaf that has this history.
  @inline(__always)
  func isOf(_ node: Node) -> Bool {
    node.needsGradient && node.isLeaf && node.gradientPass == pass && node.has(shape, dtype)
  }

  func restore(to node: Node) {
    node.needsGradient = true
    node.accumulates = accumulates
    node.gradientPass = pass
    node.gradientStorage = gradient
  }
}
