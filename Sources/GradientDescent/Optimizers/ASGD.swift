/// Averaged stochastic gradient descent: shrinking steps, and the mean of where they lead.
///
///     g ← g + λ′θ
///     ηₜ = η/(1 + λη(t − 1))^α
///     θ ← (1 − ληₜ)θ − ηₜg
///     n = max(1, t − 1 − t₀)
///     ax ← ax + (θ − ax)/n
///
/// Until step t₀ the mean is the latest θ.
/// - Source: Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992, as
///   PyTorch has it, except that a changed η counts from the next step on, not from the one after it
public final class ASGD: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// λ
  public let lambda: Double
  /// α
  public let alpha: Double
  /// t₀
  public let t0: Double
  /// λ′
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("ASGD", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0])

  static var name: String { "ASGD" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - lambda: λ, at least 0; it shrinks the values, and η with the steps
  ///   - alpha: α, at least 0, the power at which η shrinks
  ///   - t0: t₀, the step at which averaging starts, at least 0
  ///   - weightDecay: λ′, at least 0
  public init(
    learningRate: Double = 0.01, lambda: Double = 1e-4, alpha: Double = 0.75, t0: Double = 1e6,
    weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("ASGD", learningRate)
    Settings.requireNotNegative("ASGD", "lambda", lambda)
    Settings.requireNotNegative("ASGD", "alpha", alpha)
    Settings.requireNotNegative("ASGD", "t0", t0)
    Settings.requireNotNegative("ASGD", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.lambda = lambda
    self.alpha = alpha
    self.t0 = t0
    self.weightDecay = weightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, mean) = (p.values, p.state(0))
    let eta = learningRate / pow(1 + lambda * learningRate * (p.t - 1), alpha)
    let (rate, rest, decay) = (T(eta), T(1 - lambda * eta), T(weightDecay))
    let share = T(1 / max(1, p.t - 1 - t0))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      x[i] = rest * x[i] - rate * g
      mean[i] = share == 1 ? x[i] : mean[i] + share * (x[i] - mean[i])
    }
  }

  /// The mean of a parameter's values since step t₀.
  /// - Parameter index: the parameter's place among those of the trainer, from 0
  /// - Returns: an array like the parameter; nil before its first step
  public func average(_ index: Int) -> NDArray? { memory.memory(of: index)?.arrays[0].detached() }
}
