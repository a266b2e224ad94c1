/// Adadelta: like RMSprop, with steps measured by the running mean square of the steps before.
///
///     g ← g + λθ
///     s ← ρs + (1 − ρ)g²
///     Δ = √(u + ε)/√(s + ε) · g
///     u ← ρu + (1 − ρ)Δ²
///     θ ← θ − ηΔ
///
/// ε stands inside of both roots: it is what the first step is made of.
/// - Source: Zeiler, ADADELTA: an adaptive learning rate method, 2012; η as PyTorch adds it
public final class Adadelta: Optimizer, InPlaceOptimizer {
  /// η, by which the rule's own steps are multiplied.
  public var learningRate: Double
  /// ρ
  public let rho: Double
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Adadelta", "weight decay", weightDecay) }
  }
  let memory: OptimizerMemory

  static var name: String { "Adadelta" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0; 1 is the rule as it was published
  ///   - rho: ρ, at least 0 and below 1
  ///   - epsilon: ε, at least 0; at 0 the rule never leaves its start
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 1, rho: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("Adadelta", learningRate)
    Settings.requireShare("Adadelta", "rho", rho)
    Settings.requireNotNegative("Adadelta", "epsilon", epsilon)
    Settings.requireNotNegative("Adadelta", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.rho = rho
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    memory = OptimizerMemory([0, 0])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, s, u) = (p.values, p.state(0), p.state(1))
    let (rate, decay, epsilon) = (T(learningRate), T(weightDecay), T(epsilon))
    let (rho, share) = (T(rho), T(1 - rho))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      s[i] = rho * s[i] + share * g * g
      let delta = (u[i] + epsilon).squareRoot() / (s[i] + epsilon).squareRoot() * g
      u[i] = rho * u[i] + share * delta * delta
      x[i] -= rate * delta
    }
  }
}
