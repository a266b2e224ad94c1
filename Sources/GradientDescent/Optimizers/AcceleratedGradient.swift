/// Nesterov's accelerated gradient descent, with a momentum that grows with the steps.
///
///     x′ = θ − ηg
///     θ ← x′ + (t − 1)/(t + 2) · (x′ − x),   x ← x′
///
/// On a convex function whose slopes change by at most 1/η, f(x) comes within 2‖θ₀ − θ*‖²/(η(t + 1)²)
/// of the minimum: the best possible order. SGD's Nesterov form has a fixed momentum instead, for
/// functions that are strongly convex.
///
/// The momentum overshoots in the end. A restart, t ← 1, helps: by hand, or whenever the last move goes
/// against the gradient.
/// - Source: Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²),
///   1983; O'Donoghue and Candès, Adaptive restart for accelerated gradient schemes, 2015, section 3.2
public final class AcceleratedGradient: Optimizer, InPlaceOptimizer {
  /// η
  public var learningRate: Double
  /// True if a parameter's momentum restarts when its last move goes against its gradient.
  public let restarts: Bool
  let memory = OptimizerMemory([0])

  static var name: String { "AcceleratedGradient" }

  /// Makes the rule.
  /// - Parameters:
  ///   - learningRate: η, at least 0
  ///   - restarts: whether a parameter restarts when its last move goes against its gradient
  public init(learningRate: Double, restarts: Bool = false) {
    Settings.requireLearningRate("AcceleratedGradient", learningRate)
    self.learningRate = learningRate
    self.restarts = restarts
  }

  func step<T: Element>(_ p: ParameterStep<T>) {
    let (x, before, g, rate) = (p.values, p.state(0), p.gradients, T(learningRate))
    if restarts && p.number > 1 && risesAlongLastMove(p) { p.scalar = 0 }
    p.scalar += 1
    let momentum = T((p.scalar - 1) / (p.scalar + 2))
    for i in 0..<p.count {
      let next = x[i] - rate * g[i]
      // At the first step there is no x before; its share is 0.
      x[i] = momentum == 0 ? next : next + momentum * (next - before[i])
      before[i] = next
    }
  }

  /// Returns true if gᵀ(x′ − x) > 0.
  private func risesAlongLastMove<T: Element>(_ p: ParameterStep<T>) -> Bool {
    let (x, before, g, rate) = (p.values, p.state(0), p.gradients, T(learningRate))
    var sum: T = 0
    for i in 0..<p.count { sum += g[i] * (x[i] - rate * g[i] - before[i]) }
    return sum > 0
  }

  /// Lets the momentum of all parameters grow from 0 again.
  public func restart() { memory.forEach { $0.scalar = 0 } }
}
