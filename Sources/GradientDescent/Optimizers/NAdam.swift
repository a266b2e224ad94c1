/// NAdam: Adam with Nesterov's momentum, whose strength μ grows with the steps.
///
///     g ← g + λθ, or θ ← (1 − ηλ)θ if the decay is decoupled
///     m ← β₁m + (1 − β₁)g
///     v ← β₂v + (1 − β₂)g²
///     μₜ = β₁(1 − ½·0.96^(tψ)), Πₜ = μ₁μ₂…μₜ
///     θ ← θ − η[(1 − μₜ)g/(1 − Πₜ) + μₜ₊₁m/(1 − Πₜ₊₁)]/(√(v/(1 − β₂ᵗ)) + ε)
///
/// - Source: Dozat, Incorporating Nesterov momentum into Adam, 2016, as PyTorch has it
public final class NAdam: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("NAdam", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("NAdam", "weight decay", weightDecay) }
  }
  /// ψ
  public let momentumDecay: Double
  /// True if the decay shrinks the values and leaves the gradient alone, as in AdamW.
  public let decoupledWeightDecay: Bool
  let memory = OptimizerMemory([0, 0], scalar: 1)
  private let squarePower = PowerOfStep()
  private let momentumPower = PowerOfStep()
  private let nextMomentumPower = PowerOfStep()

  static var name: String { "NAdam" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - momentumDecay: ψ, at least 0
  ///   - decoupledWeightDecay: whether the decay leaves the gradient alone, as in AdamW
  public init(
    learningRate: Double = 0.002, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0, momentumDecay: Double = 0.004, decoupledWeightDecay: Bool = false
  ) {
    Settings.requireLearningRate("NAdam", learningRate)
    Settings.requireShares("NAdam", betas)
    Settings.requireNotNegative("NAdam", "epsilon", epsilon)
    Settings.requireNotNegative("NAdam", "weight decay", weightDecay)
    Settings.requireNotNegative("NAdam", "momentum's decay", momentumDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.momentumDecay = momentumDecay
    self.decoupledWeightDecay = decoupledWeightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    if decoupledWeightDecay { p.decay(by: learningRate * weightDecay) }
    let mu = betas.0 * (1 - 0.5 * momentumPower(0.96, p.t * momentumDecay))
    let next = betas.0 * (1 - 0.5 * nextMomentumPower(0.96, (p.t + 1) * momentumDecay))
    p.scalar *= mu
    let product = p.scalar
    let (x, m, v) = (p.values, p.state(0), p.state(1))
    let gradientRate = T(learningRate * (1 - mu) / (1 - product))
    let momentumRate = T(learningRate * next / (1 - product * next))
    let correction = T(1 - squarePower(betas.1, p.t))
    let (decay, epsilon) = (T(decoupledWeightDecay ? 0 : weightDecay), T(epsilon))
    let (share, beta, squareShare) = (T(1 - betas.0), T(betas.1), T(1 - betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      v[i] = beta * v[i] + squareShare * g * g
      let size = (v[i] / correction).squareRoot() + epsilon
      x[i] -= (gradientRate * g + momentumRate * m[i]) / size
    }
  }
}
