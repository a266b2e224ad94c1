/// A rule that moves a parameter's numbers where they lie: most often one loop, in which each element
/// has its own gradient and its own state.
///
/// The state lies in arrays of the parameter's shape and `dtype`, which are written in place: a step
/// allocates nothing after the first.
protocol InPlaceOptimizer: Optimizer {
  /// The rule's name in messages.
  static var name: String { get }
  /// True to climb: the rule sees each gradient with the other sign.
  var maximize: Bool { get }
  /// The rule's state between steps.
  var memory: OptimizerMemory { get }
  /// One step of one parameter.
  func step<T: Element>(_ p: ParameterStep<T>)
}

extension InPlaceOptimizer {
  var maximize: Bool { false }

  /// The rule's name, as its type is called.
  public var name: String { Self.name }

  /// Moves one parameter by one step; see `Optimizer.update`.
  @inline(__always)
  public func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    move(&values, gradient, index)
  }

  /// Checks, and steps.
  func move(_ values: inout NDArray, _ gradient: NDArray, _ index: Int) {
    let memory = memory.beginStep(of: index, values, gradient, Self.name)
    values.makeUnique()
    let gradient = maximize ? gradient.negative : gradient
    switch values.dtype {
    case .float32: step(ParameterStep<Float>(values, gradient, memory))
    case .float64: step(ParameterStep<Double>(values, gradient, memory))
    }
  }

  /// What the rule remembers, as a value.
  public var state: OptimizerState {
    var state = OptimizerState(rule: Self.name, learningRate: learningRate)
    state.entries = memory.entries
    return state
  }

  /// Remembers a saved state, and its learning rate, in place of what it remembers now.
  /// - Parameter state: of a rule of the same kind; anything else is a fault
  public func load(_ state: OptimizerState) {
    restore(state)
  }

  func restore(_ state: OptimizerState) {
    state.requireFit(for: Self.name, arrays: memory.arrayCount)
    learningRate = state.learningRate
    memory.entries = state.entries
  }

  /// Forgets all steps.
  public func forget() { memory.removeAll() }
}

extension NDArray {
  /// −x, not recorded.
  fileprivate var negative: NDArray {
    var result = self
    result.assign(self, dividedBy: -1)
    return result
  }
}

/// One parameter in the middle of a step: its numbers in memory, which the rule reads and writes.
struct ParameterStep<T: Element> {
  /// The number of elements.
  let count: Int
  /// θ
  let values: UnsafeMutablePointer<T>
  /// dL/dθ
  let gradients: UnsafePointer<T>
  /// The parameter's shape.
  var shape: Shape { memory.shape }
  /// The number of the step among those of this parameter, from 1.
  let number: Int
  private let memory: ParameterMemory

  @inline(__always)
  init(_ values: NDArray, _ gradient: NDArray, _ memory: ParameterMemory) {
    count = values.count
    self.values = values.node.pointer()
    gradients = UnsafePointer(gradient.node.pointer(T.self))
    number = memory.step
    self.memory = memory
  }

  /// t, the number of the step, as a number to compute with.
  var t: Double { Double(number) }

  /// One of the arrays of the parameter's state: as many numbers as the parameter has.
  @inline(__always)
  func state(_ place: Int) -> UnsafeMutablePointer<T> {
    memory.arrays[place].node.pointer()
  }

  /// The number of the state that belongs to the parameter as a whole.
  var scalar: Double {
    get { memory.scalar }
    nonmutating set { memory.scalar = newValue }
  }

  /// g + λθ: the gradient of an element with the one of its decay, ½λθ².
  ///
  /// Without a decay θ does not matter, even if it is infinite.
  @inline(__always)
  func gradient(_ i: Int, decay: T) -> T {
    decay == 0 ? gradients[i] : gradients[i] + decay * values[i]
  }

  /// θ ← (1 − ηλ)θ, the decay that leaves the gradient alone.
  @inline(__always)
  func decay(by factor: Double) {
    if factor == 0 { return }
    let rest = T(1 - factor)
    for i in 0..<count { values[i] *= rest }
  }
}
