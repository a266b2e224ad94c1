/// A rule that may evaluate the function as often as it likes before it moves.
///
/// A rule of one's own is a final class with this member.
public protocol Minimizer: AnyObject {
  /// Moves from a point to the next.
  /// - Parameters:
  ///   - function: what to minimize
  ///   - point: where to start, as `function.evaluate` or the step before returned it
  /// - Returns: the next point; the same one when the rule knows no better
  func step(_ function: SmoothFunction, from point: Evaluation) -> Evaluation

  /// Forgets what earlier steps have taught, as `minimize` asks at its start. A rule without a memory need
  /// not have it.
  func reset()
}

extension Minimizer {
  /// Nothing: there is no memory.
  public func reset() {}
}

/// Descends step by step until the gradient is small. The rule starts afresh.
/// - Parameters:
///   - function: what to minimize
///   - start: where to start
///   - rule: how to move
///   - steps: how many steps to make at most, at least 0
///   - tolerance: the length of the gradient at which to stop, at least 0
/// - Returns: the start and every point after it
public func minimize(
  _ function: SmoothFunction, from start: [Double], using rule: any Minimizer, steps: Int,
  tolerance: Double = 0
) -> [Evaluation] {
  if steps < 0 { fault("minimize", "\(steps) steps; expected at least 0") }
  Settings.requireNotNegative("minimize", "tolerance", tolerance)
  rule.reset()
  var point = function.evaluate(start)
  var points = [point]
  while points.count <= steps && !(point.gradientNorm <= tolerance) {
    point = rule.step(function, from: point)
    points.append(point)
  }
  return points
}
