/// Adagrad: each element's steps shrink with the root of the sum of its squared gradients.
///
///     g ← g + λθ
///     s ← s + g²
///     θ ← θ − η/(1 + (t − 1)·decay) · g/(√s + ε)
///
/// - Source: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic
///   optimization, 2011; ε outside of the root and the decay as PyTorch has them
public final class Adagrad: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// The growth of the learning rate's divisor at each step.
  public let learningRateDecay: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Adagrad", "weight decay", weightDecay) }
  }
  /// ε
  public let epsilon: Double
  let memory: OptimizerMemory

  static var name: String { "Adagrad" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - learningRateDecay: what the learning rate's divisor grows by at each step, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - initialAccumulator: s before the first step, at least 0
  ///   - epsilon: ε, at least 0
  public init(
    learningRate: Double = 0.01, learningRateDecay: Double = 0, weightDecay: Double = 0,
    initialAccumulator: Double = 0, epsilon: Double = 1e-10
  ) {
    Settings.requireLearningRate("Adagrad", learningRate)
    Settings.requireNotNegative("Adagrad", "learning rate's decay", learningRateDecay)
    Settings.requireNotNegative("Adagrad", "weight decay", weightDecay)
    Settings.requireNotNegative("Adagrad", "initial accumulator", initialAccumulator)
    Settings.requireNotNegative("Adagrad", "epsilon", epsilon)
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.weightDecay = weightDecay
    self.epsilon = epsilon
    memory = OptimizerMemory([initialAccumulator])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, s) = (p.values, p.state(0))
    let rate = T(learningRate / (1 + (p.t - 1) * learningRateDecay))
    let (decay, epsilon) = (T(weightDecay), T(epsilon))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      s[i] += g * g
      x[i] -= rate * (g / (s[i].squareRoot() + epsilon))
    }
  }
}
