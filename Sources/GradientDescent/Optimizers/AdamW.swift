/// Adam with a weight decay that leaves the gradient alone.
///
///     θ ← (1 − ηλ)θ
///     then Adam's step with the bare gradient
///
/// - Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019; η is part of the
///   decay as in PyTorch
public final class AdamW: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  private let rule: AdamRule

  /// β₁ and β₂
  public var betas: (Double, Double) { rule.betas }
  /// ε
  public var epsilon: Double { rule.epsilon }
  /// λ
  public let weightDecay: Double
  /// True for AMSGrad, which divides by the largest v so far.
  public var amsgrad: Bool { rule.amsgrad }
  let state: OptimizerState

  static var name: String { "AdamW" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - amsgrad: whether to divide by the largest v so far
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0.01, amsgrad: Bool = false
  ) {
    Settings.requireLearningRate("AdamW", learningRate)
    Settings.requireNotNegative("AdamW", "weight decay", weightDecay)
    rule = AdamRule("AdamW", betas, epsilon, amsgrad)
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    state = OptimizerState(amsgrad ? [0, 0, 0] : [0, 0])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    p.decay(by: learningRate * weightDecay)
    rule.step(p, learningRate, 0)
  }
}
