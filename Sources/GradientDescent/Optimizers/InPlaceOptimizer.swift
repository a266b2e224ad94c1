/// A rule that moves a parameter's numbers where they lie: most often one loop, in which each element
/// has its own gradient and its own state.
///
/// The state lies in arrays of the parameter's shape and `dtype`, which are written in place: a step
/// allocates nothing after the first.
protocol InPlaceOptimizer: Optimizer {
  /// The rule's name in messages.
  static var name: String { get }
  /// The rule's state between steps.
  var state: OptimizerState { get }
  /// One step of one parameter.
  func step<T: Element>(_ p: ParameterStep<T>)
}

extension InPlaceOptimizer {
  /// Moves one parameter by one step; see `Optimizer.update`.
  @inline(__always)
  public func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    move(&values, gradient, index)
  }

  /// Checks, and steps.
  func move(_ values: inout NDArray, _ gradient: NDArray, _ index: Int) {
    let state = state.beginStep(of: index, values, gradient, Self.name)
    values.makeUnique()
    switch values.dtype {
    case .float32: step(ParameterStep<Float>(values, gradient, state))
    case .float64: step(ParameterStep<Double>(values, gradient, state))
    }
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
  var shape: Shape { state.shape }
  /// The number of the step among those of this parameter, from 1.
  let number: Int
  private let state: ParameterState

  @inline(__always)
  init(_ values: NDArray, _ gradient: NDArray, _ state: ParameterState) {
    count = values.count
    self.values = values.node.pointer()
    gradients = UnsafePointer(gradient.node.pointer(T.self))
    number = state.step
    self.state = state
  }

  /// t, the number of the step, as a number to compute with.
  var t: Double { Double(number) }

  /// One of the arrays of the parameter's state: as many numbers as the parameter has.
  @inline(__always)
  func state(_ place: Int) -> UnsafeMutablePointer<T> {
    state.arrays[place].node.pointer()
  }

  /// The number of the state that belongs to the parameter as a whole.
  var scalar: Double {
    get { state.scalar }
    nonmutating set { state.scalar = newValue }
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
