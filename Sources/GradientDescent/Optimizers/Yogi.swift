/// Yogi: Adam whose running square moves by at most a share of g², so that steps do not grow at once when
/// gradients become small.
///
///     g ← g + λθ
///     m ← β₁m + (1 − β₁)g
///     v ← v − (1 − β₂)·sign(v − g²)·g²
///     θ ← θ − η/(1 − β₁ᵗ) · m/(√v/√(1 − β₂ᵗ) + ε)        m₀ = v₀ = 10⁻⁶
///
/// - Source: Zaheer, Reddi, Sachan, Kale and Kumar, Adaptive methods for nonconvex optimization, 2018,
///   algorithm 2, with Adam's corrections and the first values as optax has them
public final class Yogi: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("Yogi", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Yogi", "weight decay", weightDecay) }
  }
  let memory: OptimizerMemory
  private let meanPower = PowerOfStep()
  private let squarePower = PowerOfStep()

  static var name: String { "Yogi" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - initialAccumulator: m and v before the first step, at least 0
  public init(
    learningRate: Double = 0.01, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-3,
    weightDecay: Double = 0, initialAccumulator: Double = 1e-6
  ) {
    Settings.requireLearningRate("Yogi", learningRate)
    Settings.requireShares("Yogi", betas)
    Settings.requireNotNegative("Yogi", "epsilon", epsilon)
    Settings.requireNotNegative("Yogi", "weight decay", weightDecay)
    Settings.requireNotNegative("Yogi", "initial accumulator", initialAccumulator)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    memory = OptimizerMemory([initialAccumulator, initialAccumulator])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, m, v) = (p.values, p.state(0), p.state(1))
    let rate = T(learningRate / (1 - meanPower(betas.0, p.t)))
    let correction = T((1 - squarePower(betas.1, p.t)).squareRoot())
    let (decay, epsilon) = (T(weightDecay), T(epsilon))
    let (share, squareShare) = (T(1 - betas.0), T(1 - betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      v[i] -= squareShare * sign(v[i] - g * g) * g * g
      x[i] -= rate * (m[i] / (v[i].squareRoot() / correction + epsilon))
    }
  }
}
