/// Rprop: only the gradient's signs count; each element has a step length of its own.
///
///     s ← clamp(s · 1.2)  if g has the sign that it had, clamp(s · 0.5) if it has the other one
///     g ← 0               after a change of sign
///     θ ← θ − s·sign(g)
///
/// It is made for gradients of all the data: with batches, signs change by chance.
/// - Source: Riedmiller and Braun, A direct adaptive method for faster backpropagation learning, 1993;
///   without going back after a change of sign, as in PyTorch
public final class Rprop: Optimizer, InPlaceOptimizer {
  /// The step length that a parameter's elements start with; later changes do not matter to it.
  public var learningRate: Double
  /// The factors of a step length: after a change of sign, and otherwise.
  public let etas: (Double, Double)
  /// The shortest and the longest step.
  public let stepSizes: (Double, Double)
  let memory = OptimizerMemory([0, 0])

  static var name: String { "Rprop" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: the first step length, at least 0
  ///   - etas: the factors after a change of sign, between 0 and 1, and otherwise, above 1
  ///   - stepSizes: the shortest and the longest step, the shortest at least 0
  public init(
    learningRate: Double = 0.01, etas: (Double, Double) = (0.5, 1.2),
    stepSizes: (Double, Double) = (1e-6, 50)
  ) {
    Settings.requireLearningRate("Rprop", learningRate)
    if !(0 < etas.0 && etas.0 < 1 && 1 < etas.1) {
      fault(
        "Rprop",
        "the factors \(etas.0) and \(etas.1); expected one between 0 and 1, then one above 1")
    }
    if !(0 <= stepSizes.0 && stepSizes.0 <= stepSizes.1) {
      fault("Rprop", "no step is at least \(stepSizes.0) and at most \(stepSizes.1) long")
    }
    self.learningRate = learningRate
    self.etas = etas
    self.stepSizes = stepSizes
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, s, before) = (p.values, p.state(0), p.state(1))
    if p.number == 1 { s.update(repeating: T(learningRate), count: p.count) }
    let (shrink, grow) = (T(etas.0), T(etas.1))
    let (shortest, longest) = (T(stepSizes.0), T(stepSizes.1))
    for i in 0..<p.count {
      var g = p.gradients[i]
      let product = g * before[i]
      let factor: T = product > 0 ? grow : product < 0 ? shrink : 1
      s[i] = min(max(s[i] * factor, shortest), longest)
      if product < 0 { g = 0 }
      x[i] -= s[i] * sign(g)
      before[i] = g
    }
  }
}

/// −1, 0 or 1; 0 for nan, as in PyTorch.
@inline(__always)
func sign<T: Element>(_ x: T) -> T {
  x > 0 ? 1 : x < 0 ? -1 : 0
}
