/// Lion: steps of one length in each element, in the direction of a momentum's sign.
///
///     θ ← (1 − ηλ)θ
///     θ ← θ − η·sign(β₁m + (1 − β₁)g)
///     m ← β₂m + (1 − β₂)g
///
/// - Source: Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2
public final class Lion: Optimizer, InPlaceOptimizer {
  /// η; about a tenth of what suits Adam.
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("Lion", betas) } }
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Lion", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0])

  static var name: String { "Lion" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 1e-4, betas: (Double, Double) = (0.9, 0.99), weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("Lion", learningRate)
    Settings.requireShares("Lion", betas)
    Settings.requireNotNegative("Lion", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.weightDecay = weightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    p.decay(by: learningRate * weightDecay)
    let (x, m, g) = (p.values, p.state(0), p.gradients)
    let rate = T(learningRate)
    let (beta1, share1) = (T(betas.0), T(1 - betas.0))
    let (beta2, share2) = (T(betas.1), T(1 - betas.1))
    for i in 0..<p.count {
      x[i] -= rate * sign(beta1 * m[i] + share1 * g[i])
      m[i] = beta2 * m[i] + share2 * g[i]
    }
  }
}
