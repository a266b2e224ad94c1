/// The lowest point along the line, if the function is a quadratic: t = gᵀd/(gᵀd − g₁ᵀd), where g₁ is
/// the gradient at x + d.
///
/// For a quadratic the slope changes evenly along a line, and so its zero is known from two slopes. For
/// any other function it is one step of the secant method.
public final class ExactLineSearch: LineSearch {
  /// Makes the rule.
  public init() {}

  /// Two evaluations: at `first`, which gives the second slope, and at the step.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    let slope = Vector.dot(point.gradient, direction)
    let other = function.evaluate(point, first, direction)
    let step = first * slope / (slope - Vector.dot(other.gradient, direction))
    return (step, function.evaluate(point, step, direction))
  }
}
