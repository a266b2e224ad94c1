/// Muon: momentum, turned into the nearest matrix that stretches nothing.
///
///     m ← μm + (1 − μ)g
///     u = (1 − μ)g + μm for Nesterov, or m
///     θ ← (1 − ηλ)θ
///     θ ← θ − η·√max(1, r/c) · NS(u)
///
/// for a matrix of r rows and c columns.
/// NS sets all singular values of u to about 1 (0.7 to 1.2) by Newton–Schulz steps
/// z ← az + (b·zzᵀ + c·(zzᵀ)²)z, from z = u/‖u‖. It is meant for the weights of hidden layers: only
/// parameters with two axes are moved this way. All others are left to another rule, with a learning
/// rate of its own, as the authors do it.
/// - Source: Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024, as PyTorch
///   has it, but with products in the parameter's own precision
public final class Muon: Optimizer, InPlaceOptimizer {
  /// η, for parameters with two axes.
  public var learningRate: Double
  /// μ
  public let momentum: Double
  /// True for Nesterov's form, which steps as if the momentum's next step had been made.
  public let nesterov: Bool
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Muon", "weight decay", weightDecay) }
  }
  /// The number of Newton–Schulz steps.
  public let iterations: Int
  /// The rule for parameters that are no matrices.
  public let others: any Optimizer
  let memory = OptimizerMemory([0])

  static var name: String { "Muon" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - momentum: μ, at least 0 and below 1
  ///   - nesterov: whether to use Nesterov's form
  ///   - weightDecay: λ, at least 0
  ///   - iterations: the number of Newton–Schulz steps, 1 to 99
  ///   - others: the rule for parameters that are no matrices; nil is AdamW without decay, with the
  ///     learning rate 3e-4
  public init(
    learningRate: Double = 0.001, momentum: Double = 0.95, nesterov: Bool = true,
    weightDecay: Double = 0.1, iterations: Int = 5, others: (any Optimizer)? = nil
  ) {
    Settings.requireLearningRate("Muon", learningRate)
    Settings.requireShare("Muon", "momentum", momentum)
    Settings.requireNotNegative("Muon", "weight decay", weightDecay)
    if iterations < 1 || iterations > 99 {
      fault("Muon", "\(iterations) Newton–Schulz steps; expected 1 to 99")
    }
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.iterations = iterations
    self.others = others ?? AdamW(learningRate: 3e-4, weightDecay: 0)
  }

  /// Moves a matrix by a step of this rule, and anything else by one of the other rule.
  public func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    if values.shape.rank == 2 {
      move(&values, gradient, index)
    } else {
      others.update(&values, gradient: gradient, index: index)
    }
  }

  /// What the rule and the one for vectors remember, as a value.
  public var state: OptimizerState {
    var state = OptimizerState(rule: Muon.name, learningRate: learningRate)
    state.entries = memory.entries
    state.inner = [others.state]
    return state
  }

  /// Remembers a saved state, and its learning rates, in place of what it remembers now.
  /// - Parameter state: of a `Muon`; anything else is a fault
  public func load(_ state: OptimizerState) {
    restore(state)
    for inner in state.inner { others.load(inner) }
  }

  /// Forgets all steps, those of the rule for vectors too.
  public func forget() {
    memory.removeAll()
    others.forget()
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, m) = (p.values, p.state(0))
    let (mu, share) = (T(momentum), T(1 - momentum))
    for i in 0..<p.count { m[i] += share * (p.gradients[i] - m[i]) }
    p.decay(by: learningRate * weightDecay)
    let (rows, columns) = (Double(p.shape.first), Double(p.shape.second))
    let rate = T(learningRate * max(1, rows / columns).squareRoot())
    BufferPool.withBuffer(of: T.self, p.count) { u in
      for i in 0..<p.count {
        let g = p.gradients[i]
        u[i] = nesterov ? g + mu * (m[i] - g) : m[i]
      }
      NewtonSchulz.orthogonalize(Matrix(u, p.shape.first, p.shape.second), iterations)
      for i in 0..<p.count { x[i] -= rate * u[i] }
    }
  }
}
