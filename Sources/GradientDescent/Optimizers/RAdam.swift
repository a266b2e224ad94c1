/// RAdam: Adam whose division waits until the mean square is known well enough, and then sets in
/// gradually.
///
///     g ← g + λθ, or θ ← (1 − ηλ)θ if the decay is decoupled
///     m ← β₁m + (1 − β₁)g, m̂ = m/(1 − β₁ᵗ)
///     v ← β₂v + (1 − β₂)g²
///     ρ∞ = 2/(1 − β₂) − 1, ρ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ)
///     r = √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ))
///     θ ← θ − ηr·m̂·√(1 − β₂ᵗ)/(√v + ε) if ρ > 5, else θ ← θ − ηm̂
///
/// - Source: Liu et al., On the variance of the adaptive learning rate and beyond, 2020; the bound 5 as
///   PyTorch has it
public final class RAdam: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("RAdam", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("RAdam", "weight decay", weightDecay) }
  }
  /// True if the decay shrinks the values and leaves the gradient alone, as in AdamW.
  public let decoupledWeightDecay: Bool
  let memory = OptimizerMemory([0, 0])
  private let meanPower = PowerOfStep()
  private let squarePower = PowerOfStep()

  static var name: String { "RAdam" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - decoupledWeightDecay: whether the decay leaves the gradient alone, as in AdamW
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0, decoupledWeightDecay: Bool = false
  ) {
    Settings.requireLearningRate("RAdam", learningRate)
    Settings.requireShares("RAdam", betas)
    Settings.requireNotNegative("RAdam", "epsilon", epsilon)
    Settings.requireNotNegative("RAdam", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decoupledWeightDecay = decoupledWeightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    if decoupledWeightDecay { p.decay(by: learningRate * weightDecay) }
    let (x, m, v) = (p.values, p.state(0), p.state(1))
    let meanRate = learningRate / (1 - meanPower(betas.0, p.t))
    let rectification = rectification(p.t)
    let (rate, isRectified) = (T(meanRate * (rectification ?? 1)), rectification != nil)
    let (decay, epsilon) = (T(decoupledWeightDecay ? 0 : weightDecay), T(epsilon))
    let (share, beta, squareShare) = (T(1 - betas.0), T(betas.1), T(1 - betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      v[i] = beta * v[i] + squareShare * g * g
      x[i] -= rate * (isRectified ? m[i] / (v[i].squareRoot() + epsilon) : m[i])
    }
  }

  /// r·√(1 − β₂ᵗ); nil while too few gradients are known.
  private func rectification(_ t: Double) -> Double? {
    let power = squarePower(betas.1, t)
    let limit = 2 / (1 - betas.1) - 1
    let length = limit - 2 * t * power / (1 - power)
    if !(length > 5) { return nil }
    let ratio = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    return ratio.squareRoot() * (1 - power).squareRoot()
  }
}
