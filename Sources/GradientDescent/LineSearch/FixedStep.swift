/// No search: the step that is tried first is taken, or the half of it, and so on, where the function is
/// not defined at its end.
public final class FixedStep: LineSearch {
  /// Makes the rule.
  public init() {}

  /// One evaluation, at the first step, where the function is defined there.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    function.evaluateDefined(point, first, direction)
  }
}
