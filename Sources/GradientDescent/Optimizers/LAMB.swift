/// LAMB: Adam's steps, each parameter's as long as a share of its values, for large batches.
///
///     m ← β₁m + (1 − β₁)g
///     v ← β₂v + (1 − β₂)g²
///     u = m/(1 − β₁ᵗ) / (√v/√(1 − β₂ᵗ) + ε) + λθ
///     θ ← θ − η·‖θ‖/‖u‖·u             η·u where one of the lengths is 0
///
/// The lengths are those of a whole parameter, such as a layer's weight.
/// - Source: You et al., Large batch optimization for deep learning: training BERT in 76 minutes, 2020,
///   algorithm 2 with φ(z) = z
public final class LAMB: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// β₁ and β₂
  public var betas: (Double, Double) { didSet { Settings.requireShares("LAMB", betas) } }
  /// ε
  public let epsilon: Double
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("LAMB", "weight decay", weightDecay) }
  }
  let memory = OptimizerMemory([0, 0])
  private let meanPower = PowerOfStep()
  private let squarePower = PowerOfStep()

  static var name: String { "LAMB" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - betas: β₁ and β₂, at least 0 and below 1
  ///   - epsilon: ε, at least 0
  ///   - weightDecay: λ, at least 0
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-6,
    weightDecay: Double = 0
  ) {
    Settings.requireLearningRate("LAMB", learningRate)
    Settings.requireShares("LAMB", betas)
    Settings.requireNotNegative("LAMB", "epsilon", epsilon)
    Settings.requireNotNegative("LAMB", "weight decay", weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, m, v, g) = (p.values, p.state(0), p.state(1), p.gradients)
    let meanCorrection = T(1 - meanPower(betas.0, p.t))
    let correction = T((1 - squarePower(betas.1, p.t)).squareRoot())
    let (decay, epsilon, beta) = (T(weightDecay), T(epsilon), T(betas.1))
    let (share, squareShare) = (T(1 - betas.0), T(1 - betas.1))
    BufferPool.withBuffer(of: T.self, p.count) { u in
      for i in 0..<p.count {
        m[i] += share * (g[i] - m[i])
        v[i] = beta * v[i] + squareShare * g[i] * g[i]
        u[i] = m[i] / meanCorrection / (v[i].squareRoot() / correction + epsilon)
        if decay != 0 { u[i] += decay * x[i] }
      }
      let length = Lanes.dot(x, x, p.count).squareRoot()
      let step = Lanes.dot(u, u, p.count).squareRoot()
      let rate = T(learningRate) * (length > 0 && step > 0 ? length / step : 1)
      for i in 0..<p.count { x[i] -= rate * u[i] }
    }
  }
}
