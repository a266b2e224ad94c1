/// No search: the step that is tried first is taken.
public final class FixedStep: LineSearch {
  /// Makes the rule.
  public init() {}

  /// One evaluation, at the first step.
  public func search(
    _ objective: Objective, from point: Iterate, along direction: [Double], first: Double
  ) -> (step: Double, point: Iterate) {
    (first, objective.evaluate(point, first, direction))
  }
}
