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

  /// Is told that a descent begins. A rule that remembers steps of an earlier one makes that a fault.
  func begin()

  /// Forgets all steps, so that the rule can be used afresh. Most remember nothing.
  func reset()
}

extension Minimizer {
  /// Does nothing.
  public func begin() {}

  /// Does nothing.
  public func reset() {}
}

/// What rules that remember steps say of those of other descents.
enum Descents {
  /// A fault: the rule remembers steps of an earlier descent.
  static func faultOfReuse(_ rule: String) -> Never {
    fault(
      "minimize",
      "\(rule) remembers the steps of an earlier descent; make a new one for each, or call reset() on "
        + "it to start afresh")
  }

  /// A fault: the steps that the rule remembers are of another dimension.
  static func faultOfDimension(_ rule: String, _ found: Int, _ remembered: Int) -> Never {
    fault(
      rule,
      "a point of \(found) numbers after steps of \(remembered); make a new rule for each function, or "
        + "call reset() on it first")
  }
}

/// Descends step by step until the gradient is small.
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
  rule.begin()
  Settings.requireNotNegative("minimize", "tolerance", tolerance)
  var point = function.evaluate(start)
  var points = [point]
  while points.count <= steps && !(point.gradientNorm <= tolerance) {
    point = rule.step(function, from: point)
    points.append(point)
  }
  return points
}

/// Descends a function that is known by name: `minimize(.rosenbrock, from: [-1.2, 1], using: Newton(), …)`.
/// - Parameters:
///   - landscape: the function
///   - start: one number for each variable
///   - rule: how to move
///   - steps: how many steps to make at most, at least 0
///   - tolerance: the length of the gradient at which to stop, at least 0
/// - Returns: the start and every point after it
public func minimize(
  _ landscape: Landscape, from start: [Double], using rule: any Minimizer, steps: Int,
  tolerance: Double = 0
) -> [Evaluation] {
  minimize(
    SmoothFunction(landscape), from: start, using: rule, steps: steps, tolerance: tolerance)
}

/// Descends a function of two variables that is given by its formula.
/// - Parameters:
///   - start: x and y at the beginning
///   - rule: how to move
///   - steps: how many steps to make at most, at least 0
///   - tolerance: the length of the gradient at which to stop, at least 0
///   - function: x and y, both scalars, to one number
/// - Returns: the start and every point after it
public func minimize(
  from start: [Double], using rule: any Minimizer, steps: Int, tolerance: Double = 0,
  _ function: @escaping (_ x: NDArray, _ y: NDArray) -> NDArray
) -> [Evaluation] {
  minimize(
    Landscape("the function", function), from: start, using: rule, steps: steps,
    tolerance: tolerance)
}

/// Descends a function of many variables that is given by its formula.
/// - Parameters:
///   - start: the coordinates at the beginning
///   - rule: how to move
///   - steps: how many steps to make at most, at least 0
///   - tolerance: the length of the gradient at which to stop, at least 0
///   - function: a point of shape `[start.count]` to one number
/// - Returns: the start and every point after it
public func minimize(
  from start: [Double], using rule: any Minimizer, steps: Int, tolerance: Double = 0,
  _ function: @escaping (_ point: NDArray) -> NDArray
) -> [Evaluation] {
  minimize(
    SmoothFunction(of: function), from: start, using: rule, steps: steps, tolerance: tolerance)
}
