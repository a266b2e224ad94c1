/// A rule for how far to go along a direction.
public protocol LineSearch: AnyObject {
  /// Finds a step.
  /// - Parameters:
  ///   - function: what to minimize
  ///   - point: where to start
  ///   - direction: where to go; one in which the function falls
  ///   - first: the step to try first, above 0
  /// - Returns: the step t, and the point at `position + t · direction`
  func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation)
}

extension SmoothFunction {
  /// The function at `position + step · direction`.
  func evaluate(_ point: Evaluation, _ step: Double, _ direction: [Double]) -> Evaluation {
    if direction.count != point.position.count {
      fault(
        "search",
        "a direction of \(direction.count) numbers from a position of \(point.position.count)")
    }
    return evaluate(Vector.sum(point.position, direction, times: step))
  }

  /// The function at `position + step · direction`, or nearer where it is not defined there: the step is
  /// halved until it is, up to `attempts` times. A point at which nothing is defined has no way back.
  func evaluateDefined(
    _ point: Evaluation, _ step: Double, _ direction: [Double], attempts: Int = 128
  ) -> (step: Double, point: Evaluation) {
    var (length, next) = (step, evaluate(point, step, direction))
    if !point.isDefined { return (length, next) }
    for _ in 0..<attempts where !next.isDefined {
      length /= 2
      next = evaluate(point, length, direction)
    }
    return next.isDefined ? (length, next) : (0, point)
  }
}
