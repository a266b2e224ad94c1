/// Adam: momentum, divided by a running root mean square, both corrected for starting at 0.
///
///     g ← g + λθ                        the decay is part of the gradient; see AdamW
///     m ← β₁m + (1 − β₁)g
///     v ← β₂v + (1 − β₂)g²
///     θ ← θ − η/(1 − β₁ᵗ) · m/(√v/√(1 − β₂ᵗ) + ε)
///
/// AMSGrad divides by the largest v so far in place of v. The first step is η·sign(g) but for ε.
/// - Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015; Reddi, Kale and Kumar, On
///   the convergence of Adam and beyond, 2018, with the maximum over the uncorrected v as PyTorch has
///   it
public final class Adam: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  private var rule: AdamRule

  /// β₁ and β₂; they can be set between steps.
  public var betas: (Double, Double) {
    get { rule.betas }
    set {
      Settings.requireShares("Adam", newValue)
      rule.betas = newValue
    }
  }
  /// ε
  public var epsilon: Double { rule.epsilon }
  /// λ
  public var weightDecay: Double {
    didSet { Settings.requireNotNegative("Adam", "weight decay", weightDecay) }
  }
  /// True for AMSGrad, which divides by the largest v so far.
  public var amsgrad: Bool { rule.amsgrad }
  /// True to climb: each gradient has the other sign.
  public let maximize: Bool
  let memory: OptimizerMemory

  static var name: String { "Adam" }

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
    weightDecay: Double = 0, amsgrad: Bool = false, maximize: Bool = false
  ) {
    Settings.requireLearningRate("Adam", learningRate)
    Settings.requireNotNegative("Adam", "weight decay", weightDecay)
    rule = AdamRule("Adam", betas, epsilon, amsgrad)
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    self.maximize = maximize
    memory = OptimizerMemory(amsgrad ? [0, 0, 0] : [0, 0])
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    rule.step(p, learningRate, weightDecay)
  }
}

/// The step that Adam and AdamW share.
struct AdamRule {
  var betas: (Double, Double)
  let epsilon: Double
  let amsgrad: Bool
  private let meanPower = PowerOfStep()
  private let squarePower = PowerOfStep()

  init(_ name: String, _ betas: (Double, Double), _ epsilon: Double, _ amsgrad: Bool) {
    Settings.requireShares(name, betas)
    Settings.requireNotNegative(name, "epsilon", epsilon)
    self.betas = betas
    self.epsilon = epsilon
    self.amsgrad = amsgrad
  }

  @inline(__always)
  func step<T: Element>(_ p: ParameterStep<T>, _ learningRate: Double, _ weightDecay: Double) {
    let (x, m, v) = (p.values, p.state(0), p.state(1))
    let rate = T(learningRate / (1 - meanPower(betas.0, p.t)))
    let correction = T((1 - squarePower(betas.1, p.t)).squareRoot())
    let (decay, epsilon, beta) = (T(weightDecay), T(epsilon), T(betas.1))
    let (share, squareShare) = (T(1 - betas.0), T(1 - betas.1))
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      m[i] += share * (g - m[i])
      v[i] = beta * v[i] + squareShare * g * g
    }
    let s = amsgrad ? largestSquares(p) : v
    for i in 0..<p.count { x[i] -= rate * (m[i] / (s[i].squareRoot() / correction + epsilon)) }
  }

  /// The largest v so far, brought up to date.
  private func largestSquares<T: Element>(_ p: ParameterStep<T>) -> UnsafeMutablePointer<T> {
    let (v, largest) = (p.state(1), p.state(2))
    for i in 0..<p.count { largest[i] = larger(largest[i], v[i]) }
    return largest
  }
}

/// The larger of two numbers; nan if one of them is.
@inline(__always)
func larger<T: Element>(_ a: T, _ b: T) -> T {
  a > b || a.isNaN ? a : b
}
