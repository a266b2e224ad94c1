/// Shrinks the step until the function has fallen enough: f(x + td) ≤ f(x) + c·t·gᵀd.
///
/// - Source: Armijo, Minimization of functions having Lipschitz continuous first partial derivatives,
///   1966; Nocedal and Wright, Numerical optimization, 2nd edition, algorithm 3.1
public final class Backtracking: LineSearch {
  /// The factor by which a step that is too long shrinks.
  public let shrink: Double
  /// c, the share of the fall that the slope promises.
  public let sufficientDecrease: Double
  /// The most times that a step shrinks.
  public let attempts: Int

  /// Makes the rule.
  /// - Parameters:
  ///   - shrink: above 0 and below 1
  ///   - sufficientDecrease: c, above 0 and below 1
  ///   - attempts: how often to shrink at most, at least 1; then the search stays where it is
  public init(shrink: Double = 0.5, sufficientDecrease: Double = 1e-4, attempts: Int = 100) {
    if !(shrink > 0 && shrink < 1) {
      fault("Backtracking", "the factor \(shrink); expected one between 0 and 1")
    }
    if !(sufficientDecrease > 0 && sufficientDecrease < 1) {
      fault("Backtracking", "the share \(sufficientDecrease); expected one between 0 and 1")
    }
    if attempts < 1 { fault("Backtracking", "\(attempts) attempts; expected at least 1") }
    self.shrink = shrink
    self.sufficientDecrease = sufficientDecrease
    self.attempts = attempts
  }

  /// Tries `first`, `shrink · first` and so on.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    let slope = Vector.dot(point.gradient, direction)
    var step = first
    for _ in 0...attempts {
      let next = function.evaluate(point, step, direction)
      let bound = point.value + sufficientDecrease * step * slope
      if next.isDefined && next.value <= bound { return (step, next) }
      step *= shrink
    }
    return (0, point)
  }
}
