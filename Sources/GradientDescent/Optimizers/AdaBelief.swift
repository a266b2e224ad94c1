/// AdaBelief: Adam whose steps are large where a gradient is what the mean of the last ones has promised,
/// and small where it is not.
///
///     g ← g + λθ
///     m ← β₁m + (1 − β₁)g
///     s ← β₂s + (1 − β₂)(g − m)² + ε
///     θ ← θ − η/(1 − β₁ᵗ) · m/(√s/√(1 − β₂ᵗ) + ε)
///
/// - Source: Zhuang et al., AdaBelief optimizer: adapting stepsizes by the belief in observed gradients,
///   2020, algorithm 2; ε within s as in optax
public final class AdaBelief: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("AdaBelief", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("AdaBelief", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0, 0])
  private let meanPower = PowerOfStep()
  private let squarePower = PowerOfStep()

  static var name: String { "AdaBelief" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-16,
    weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("AdaBelief", learningRate)
    Settings.requireShares("AdaBelief", betas)
    Settings.requireNotNegative("AdaBelief", "epsilon", epsilon)
    Settings.requireNotNegative("AdaBelief", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, m, s) = (p.values, p.state(0), p.state(1))
    let rate = T(learningRate / (1 - meanPower(betas.0, p.t)))
    let correction = T((1 - squarePower(betas.1, p.t)).squareRoot())
    let (decay, epsilon, beta) = (T(weightDecay), T(epsilon), T(betas.1))
    let (share, squareShare) = (T(1 - betas.0), T(1 - betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      let surprise = g - m[i]
      s[i] = beta * s[i] + squareShare * surprise * surprise + epsilon
      x[i] -= rate * (m[i] / (s[i].squareRoot() / correction + epsilon))
    }
  }
}
