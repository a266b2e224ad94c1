/// L-BFGS: Newton's method with a Hessian guessed from the last few steps and changes of the gradient.
///
/// Of each step s and change y it keeps ρ = 1/(yᵀs); the direction −H⁻¹g comes from them by two loops,
/// with H⁻¹ = yᵀs/(yᵀy)·I to start from. Without a line search each step is η long, the first one
/// min(1, 1/Σ|g|)·η; a step that ends where the function is not defined is halved until it is.
///
/// One call of `step` makes up to `iterations` steps, as PyTorch's does.
/// - Source: Liu and Nocedal, On the limited memory BFGS method for large scale optimization, 1989;
///   first step, stopping rules and line search as in PyTorch's `LBFGS`
public final class LBFGS: Minimizer {
  /// η
  public var learningRate: Double
  /// The most steps that a call makes.
  public let iterations: Int
  /// The most evaluations of the function that a call makes.
  public let evaluations: Int
  /// The largest slope at which a call ends.
  public let gradientTolerance: Double
  /// The change of values or of the function at which a call ends.
  public let changeTolerance: Double
  /// The number of steps that are remembered.
  public let historySize: Int
  /// The rule for the length of a step; nil goes η. A call's limit of evaluations counts, not the search's
  /// own.
  public let lineSearch: StrongWolfe?

  private var memory: LBFGSMemory

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - iterations: how many steps a call makes at most, at least 1
  ///   - evaluations: how often a call evaluates the function at most; nil is 5/4 of `iterations`,
  ///     at least 2 with a line search, which could not move otherwise
  ///   - gradientTolerance: the largest slope at which a call ends, at least 0
  ///   - changeTolerance: the change of values or of the function at which a call ends, at least 0
  ///   - historySize: how many steps are remembered, at least 1
  ///   - lineSearch: how far to go; nil goes η
  public init(
    learningRate: Double = 1, iterations: Int = 20, evaluations: Int? = nil,
    gradientTolerance: Double = 1e-7, changeTolerance: Double = 1e-9, historySize: Int = 100,
    lineSearch: StrongWolfe? = nil
  ) {
    Settings.requireLearningRate("LBFGS", learningRate)
    Settings.requireNotNegative("LBFGS", "gradient tolerance", gradientTolerance)
    Settings.requireNotNegative("LBFGS", "change tolerance", changeTolerance)
    if iterations < 1 { fault("LBFGS", "\(iterations) iterations; expected at least 1") }
    if historySize < 1 { fault("LBFGS", "a history of \(historySize); expected at least 1") }
    self.learningRate = learningRate
    self.iterations = iterations
    self.evaluations = evaluations ?? iterations / 4 * 5 + iterations % 4 * 5 / 4
    if lineSearch != nil && self.evaluations < 2 {
      fault(
        "LBFGS",
        "\(self.evaluations) evaluation in a call; a line search needs more: write 'evaluations: 25'"
      )
    }
    self.gradientTolerance = gradientTolerance
    self.changeTolerance = changeTolerance
    self.historySize = historySize
    self.lineSearch = lineSearch
    memory = LBFGSMemory(size: historySize)
  }

  /// A fault if the rule remembers the steps of an earlier descent.
  public func begin() {
    if !memory.isEmpty { Descents.faultOfReuse("LBFGS") }
  }

  /// Forgets all steps.
  public func reset() { memory = LBFGSMemory(size: historySize) }

  /// Up to `iterations` steps; a point of another dimension than those before is a fault.
  public func step(_ function: SmoothFunction, from point: Evaluation) -> Evaluation {
    if let dimension = memory.dimension, dimension != point.position.count {
      Descents.faultOfDimension("LBFGS", point.position.count, dimension)
    }
    var point = point
    // The point that is given counts as one evaluation.
    let start = function.evaluations - 1
    for iteration in 1...iterations {
      if Vector.largest(point.gradient) <= gradientTolerance { break }
      memory.learn(point)
      let direction = memory.direction(point)
      if !(Vector.dot(point.gradient, direction) <= -changeTolerance) {
        memory.note(point, direction, 0)
        break
      }
      let used = function.evaluations - start
      let (step, next) = move(function, from: point, along: direction, evaluations - used)
      memory.note(point, direction, step)
      let change = next.value - point.value
      point = next
      if iteration == iterations || function.evaluations - start >= evaluations { break }
      if !(Vector.largest(direction) * step.magnitude > changeTolerance) { break }
      if !(change.magnitude >= changeTolerance) { break }
    }
    return point
  }

  private func move(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double],
    _ evaluations: Int
  ) -> (step: Double, point: Evaluation) {
    var first = learningRate
    if memory.isEmpty {
      var size = 0.0
      for slope in point.gradient { size += slope.magnitude }
      first *= min(1, 1 / size)
    }
    guard let lineSearch else { return function.evaluateDefined(point, first, direction) }
    return lineSearch.search(
      function, from: point, along: direction, first: first, max(evaluations, 0))
  }
}

/// The last steps and changes of slope, from which L-BFGS estimates the curvature.
private struct LBFGSMemory {
  let size: Int
  private var steps: [[Double]] = []
  private var changes: [[Double]] = []
  private var scale = 1.0
  /// The last point, and how it was left.
  private var last: (gradient: [Double], step: [Double])?

  init(size: Int) { self.size = size }

  /// True before the first step.
  var isEmpty: Bool { last == nil }

  /// The number of coordinates of the steps; nil before the first.
  var dimension: Int? { last?.gradient.count }

  /// Learns the curvature along the last step from the gradient where it has led.
  mutating func learn(_ point: Evaluation) {
    guard let last else { return }
    let y = Vector.sum(point.gradient, last.gradient, times: -1)
    let product = Vector.dot(y, last.step)
    if !(product > 1e-10) { return }
    if steps.count == size {
      steps.removeFirst()
      changes.removeFirst()
    }
    steps.append(last.step)
    changes.append(y)
    scale = product / Vector.dot(y, y)
  }

  /// −H⁻¹g
  func direction(_ point: Evaluation) -> [Double] {
    var d = Vector.product(point.gradient, -1)
    var weights: [Double] = []
    for i in steps.indices.reversed() {
      let weight = Vector.dot(steps[i], d) / Vector.dot(changes[i], steps[i])
      weights.append(weight)
      Vector.add(changes[i], times: -weight, to: &d)
    }
    d = Vector.product(d, scale)
    for i in steps.indices {
      let other = Vector.dot(changes[i], d) / Vector.dot(changes[i], steps[i])
      Vector.add(steps[i], times: weights[steps.count - 1 - i] - other, to: &d)
    }
    return d
  }

  /// Notes a step that is being made.
  mutating func note(_ point: Evaluation, _ direction: [Double], _ step: Double) {
    last = (point.gradient, Vector.product(direction, step))
  }
}
