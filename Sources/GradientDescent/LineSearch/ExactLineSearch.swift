/// The lowest point along the line, if the function is a quadratic: t = gᵀd/(gᵀd − g₁ᵀd), where g₁ is
/// the gradient at x + d.
///
/// For a quadratic the slope changes evenly along a line, and so its zero is known from two slopes. For
/// any other function it is one step of the secant method. Both steps are halved where they end at a
/// point where the function is not defined.
public final class ExactLineSearch: LineSearch {
  /// Makes the rule.
  public init() {}

  /// Two evaluations: at `first`, which gives the second slope, and at the step.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    let slope = Vector.dot(point.gradient, direction)
    let (tried, other) = function.evaluateDefined(point, first, direction)
    let step = tried * slope / (slope - Vector.dot(other.gradient, direction))
    // Without a curvature there is no lowest point: the tried one is as good as any.
    return step.isFinite ? function.evaluateDefined(point, step, direction) : (tried, other)
  }
}
