/// Stochastic gradient descent, with momentum, Nesterov's momentum and weight decay if asked for.
///
///     g ← g + λθ
///     b ← μb + (1 − τ)g        b = g at the first step
///     d = b, or g + μb for Nesterov
///     θ ← θ − ηd
///
/// Without momentum, θ ← θ − ηg, and the dampening does not matter.
/// - Source: Robbins and Monro, A stochastic approximation method, 1951; Polyak, Some methods of
///   speeding up the convergence of iteration methods, 1964; Sutskever, Martens, Dahl and Hinton, On
///   the importance of initialization and momentum in deep learning, 2013, in the form that PyTorch
///   has
public final class SGD: Optimizer, InPlaceOptimizer {
  /// η; nothing forbids one that is too large.
  public var learningRate: Double
  /// μ; it can be set between steps, but not below 0.
  public var momentum: Double {
    didSet {
      Settings.requireNotNegative("SGD", "momentum", momentum)
      isPlain = momentum == 0 && weightDecay == 0
    }
  }
  /// τ
  public let dampening: Double
  /// λ
  public var weightDecay: Double {
    didSet {
      Settings.requireNotNegative("SGD", "weight decay", weightDecay)
      isPlain = momentum == 0 && weightDecay == 0
    }
  }
  /// True for Nesterov's form, which steps as if the momentum's next step had been made.
  public let nesterov: Bool
  /// True to climb: each gradient has the other sign.
  public let maximize: Bool
  let memory: OptimizerMemory
  private var isPlain: Bool

  static var name: String { "SGD" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - momentum: μ, at least 0; stable on a quadratic of slope λ while ηλ < 2 + 2μ and μ < 1
  ///   - dampening: τ, any number; how much less than all of a gradient the momentum takes up
  ///   - weightDecay: λ, at least 0
  ///   - nesterov: whether to use Nesterov's form; it needs a momentum, and no dampening
  ///   - maximize: whether to climb instead
  public init(
    learningRate: Double, momentum: Double = 0, dampening: Double = 0, weightDecay: Double = 0,
    nesterov: Bool = false, maximize: Bool = false
  ) {
    Settings.requireLearningRate("SGD", learningRate)
    Settings.requireNotNegative("SGD", "momentum", momentum)
    Settings.requireNotNegative("SGD", "weight decay", weightDecay)
    if dampening.isNaN { fault("SGD", "the dampening \(dampening) is not a number") }
    if nesterov && (momentum == 0 || dampening != 0) {
      fault(
        "SGD",
        "Nesterov's form with momentum \(momentum) and dampening \(dampening); it needs a momentum "
          + "above 0 and no dampening")
    }
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    self.maximize = maximize
    isPlain = momentum == 0 && weightDecay == 0
    memory = OptimizerMemory([0])
  }

  /// θ ← θ − ηd
  public func update(_ values: inout NDArray, gradient: NDArray, index: Int) {
    if isPlain {
      values.add(gradient, times: maximize ? learningRate : -learningRate)
    } else {
      move(&values, gradient, index)
    }
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, b) = (p.values, p.state(0))
    let (rate, mu, decay) = (T(learningRate), T(momentum), T(weightDecay))
    if momentum == 0 {
      for i in 0..<p.count { x[i] -= rate * p.gradient(i, decay: decay) }
      return
    }
    let isFirst = p.scalar == 0
    p.scalar = 1
    let (share, looksAhead): (T, Bool) = (isFirst ? 1 : T(1 - dampening), nesterov)
    for i in 0..<p.count {
      let g = p.gradient(i, decay: decay)
      b[i] = mu * b[i] + share * g
      x[i] -= rate * (looksAhead ? g + mu * b[i] : b[i])
    }
  }

  /// θ ← θ − η·g/B, in one pass where nothing else is asked for.
  public func step(_ parameter: Parameter, batchSize: Int, index: Int) {
    if isPlain {
      parameter.addGradient(
        dividedBy: batchSize, times: maximize ? learningRate : -learningRate)
    } else {
      stepByUpdate(parameter, batchSize, index)
    }
  }
}
