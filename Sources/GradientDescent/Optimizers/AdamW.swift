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
  private var rule: AdamRule

  /// β₁ and β₂; they can be set between steps.
  public var betas: (Double, Double) {
    get { rule.betas }
    set {
      Settings.requireShares("AdamW", newValue)
      rule.betas = newValue
    }
  }
  /// ε
  public var epsilon: Double { rule.epsilon }
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("AdamW", "weight decay", weightDecay) }
  }
  /// True for AMSGrad, which divides by the largest v so far.
  public var amsgrad: Bool { rule.amsgrad }
  /// True to climb: each gradient has the other sign.
  public let maximize: Bool
  let memory: OptimizerMemory

  static var name: String { "AdamW" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  ///   - amsgrad: whether to divide by the largest v so far
  ///   - maximize: whether to climb instead
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0.01, amsgrad: Bool = false, maximize: Bool = false
  ) {
    Settings.requireLearningRate("AdamW", learningRate)
    Settings.requireNotNegative("AdamW", "weight decay", weightDecay)
    rule = AdamRule("AdamW", betas, epsilon, amsgrad)
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    self.maximize = maximize
    memory = OptimizerMemory(amsgrad ? [0, 0, 0] : [0, 0])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    p.decay(by: learningRate * weightDecay)
    rule.step(p, learningRate, 0)
  }
}
