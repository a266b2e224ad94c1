/// Adamax: Adam with the largest recent gradient in place of the root mean square.
///
///     g ← g + λθ
///     m ← β₁m + (1 − β₁)g
///     u ← max(β₂u, |g| + ε)
///     θ ← θ − η/(1 − β₁ᵗ) · m/u
///
/// - Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015, section 7.1; ε as PyTorch
///   has it
public final class Adamax: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("Adamax", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Adamax", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0, 0])
  private let meanPower = PowerOfStep()

  static var name: String { "Adamax" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 0.002, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("Adamax", learningRate)
    Settings.requireShares("Adamax", betas)
    Settings.requireNotNegative("Adamax", "epsilon", epsilon)
    Settings.requireNotNegative("Adamax", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, m, u) = (p.values, p.state(0), p.state(1))
    let rate = T(learningRate / (1 - meanPower(betas.0, p.t)))
    let (decay, epsilon) = (T(weightDecay), T(epsilon))
    let (share, beta) = (T(1 - betas.0), T(betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      u[i] = larger(beta * u[i], g.magnitude + epsilon)
      x[i] -= rate * (m[i] / u[i])
    }
  }
}
