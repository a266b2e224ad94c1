/// No search: the step that is tried first is taken.
public final class FixedStep: LineSearch {
  /// Makes the rule.
  public init() {}

  /// One evaluation, at the first step.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    (first, function.evaluate(point, first, direction))
  }
}
