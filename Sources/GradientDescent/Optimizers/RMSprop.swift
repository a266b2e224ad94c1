/// RMSprop: each element's steps are divided by a running root mean square of its gradients.
///
///     g ← g + λθ
///     s ← αs + (1 − α)g²
///     m ← αm + (1 − α)g                 if centered
///     d = g/(√s + ε), or g/(√(s − m²) + ε) if centered
///     b ← μb + d                        with momentum
///     θ ← θ − ηd, or θ ← θ − ηb with momentum
///
/// s starts at 0 and is not corrected for it: the first step is η/√(1 − α) long, whatever g is.
/// - Source: Tieleman and Hinton, Lecture 6.5 of Neural networks for machine learning, 2012;
///   centered: Graves, Generating sequences with recurrent neural networks, 2013; ε outside of the
///   root as PyTorch has it
public final class RMSprop: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// α
  public let alpha: Double
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("RMSprop", "weight decay", weightDecay) }
  }
  /// μ
  public let momentum: Double
  /// True if the root mean square is that of the gradients' deviations from their mean.
  public let centered: Bool
  let memory: OptimizerMemory

  static var name: String { "RMSprop" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - alpha: α, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - momentum: μ, at least 0
  ///   - centered: whether to divide by the gradients' deviation from their mean
  public init(
    learningRate: Double = 0.01, alpha: Double = 0.99, epsilon: Double = 1e-8,
    weightDecay: Double = 0, momentum: Double = 0, centered: Bool = false
  ) {
    Settings.requireLearningRate("RMSprop", learningRate)
    Settings.requireShare("RMSprop", "alpha", alpha)
    Settings.requireNotNegative("RMSprop", "epsilon", epsilon)
    Settings.requireNotNegative("RMSprop", "weight decay", weightDecay)
    Settings.requireNotNegative("RMSprop", "momentum", momentum)
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.momentum = momentum
    self.centered = centered
    memory = OptimizerMemory(centered || momentum != 0 ? [0, 0, 0] : [0])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, s) = (p.values, p.state(0))
    let m = centered ? p.state(1) : s
    let b = momentum != 0 ? p.state(2) : s
    let (rate, decay, epsilon) = (T(learningRate), T(weightDecay), T(epsilon))
    let (alpha, share, mu) = (T(alpha), T(1 - alpha), T(momentum))
    let isCentered = centered
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      s[i] = alpha * s[i] + share * g * g
      var square = s[i]
      if isCentered {
        m[i] += share * (g - m[i])
        square -= m[i] * m[i]
      }
      var d = g / (square.squareRoot() + epsilon)
      if mu != 0 {
        d += mu * b[i]
        b[i] = d
      }
      x[i] -= rate * d
    }
  }
}
