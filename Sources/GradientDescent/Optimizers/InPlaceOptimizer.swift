/// A rule that moves a parameter's numbers where they lie: most often one loop, in which each element
/// has its own gradient and its own past.
///
/// What the rule remembers lies in arrays of the parameter's shape and `dtype`, which are written in
/// place: a step allocates nothing after the first.
protocol InPlaceOptimizer: Optimizer {
  /// How messages call the rule.
  static var name: String { get }
  /// What the rule remembers of every parameter.
  var memory: OptimizerMemory { get }
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
    let past = memory.beginStep(of: index, values, gradient, Self.name)
    values.makeUnique()
    switch values.dtype {
    case .float32: step(ParameterStep<Float>(values, gradient, past))
    case .float64: step(ParameterStep<Double>(values, gradient, past))
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
  var shape: Shape { past.shape }
  /// Which step of this parameter it is, from 1.
  let number: Int
  private let past: OptimizerPast

  @inline(__always)
  init(_ values: NDArray, _ gradient: NDArray, _ past: OptimizerPast) {
    count = values.count
    self.values = values.node.pointer()
    gradients = UnsafePointer(gradient.node.pointer(T.self))
    number = past.step
    self.past = past
  }

  /// t, the number of the step, as a number to compute with.
  var t: Double { Double(number) }

  /// What the rule remembers: as many numbers as the parameter has, one array for each place.
  @inline(__always)
  func remembered(_ place: Int) -> UnsafeMutablePointer<T> {
    past.arrays[place].node.pointer()
  }

  /// A number that the rule remembers for the parameter as a whole.
  var scalar: Double {
    get { past.scalar }
    nonmutating set { past.scalar = newValue }
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
