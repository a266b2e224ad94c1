/// Newton's method: x ← x − t·(H + μI)⁻¹g.
///
/// Bare, with t = 1 and μ = 0, it goes to where the quadratic that fits best is flat: to a saddle or a
/// maximum as well as to a minimum. With a line search it is damped: μ then grows until H + μI is
/// positive definite, so that the direction leads down, and t is searched from 1.
/// - Source: Nocedal and Wright, Numerical optimization, 2nd edition, section 3.4 and algorithm 3.3
public final class Newton: Minimizer {
  /// μ, the least that is added to the Hessian's diagonal.
  public let damping: Double
  /// The rule for the length of a step; nil goes all the way, wherever it leads.
  public let lineSearch: (any LineSearch)?

  /// Makes the rule; the function needs a Hessian.
  /// - Parameters:
  ///   - damping: μ, at least 0
  ///   - lineSearch: how far to go, such as `Backtracking()`; nil goes all the way, wherever it leads
  public init(damping: Double = 0, lineSearch: (any LineSearch)? = nil) {
    Settings.requireNotNegative("Newton", "damping", damping)
    self.damping = damping
    self.lineSearch = lineSearch
  }

  /// One step; a singular Hessian gives inf or nan, as a division by 0 does.
  public func step(_ function: SmoothFunction, from point: Evaluation) -> Evaluation {
    let hessian = function.hessian(point.position)
    let slope = Vector.product(point.gradient, -1)
    guard let lineSearch else {
      let direction = LinearSystem.solve(shifted(hessian, damping), slope)
      return function.evaluate(point, 1, direction)
    }
    let direction = descent(hessian, slope)
    return lineSearch.search(function, from: point, along: direction, first: 1).point
  }

  /// The direction with the smallest shift tried that leads down.
  private func descent(_ hessian: [[Double]], _ slope: [Double]) -> [Double] {
    var smallest = Double.infinity
    for i in hessian.indices { smallest = min(smallest, hessian[i][i]) }
    var shift = max(damping, smallest > 0 ? 0 : 0.001 - smallest)
    // Doubling reaches any finite Hessian; one that is not finite has no direction.
    for _ in 0..<1100 {
      if let solution = LinearSystem.solvePositive(shifted(hessian, shift), slope) {
        return solution
      }
      shift = max(2 * shift, 0.001)
    }
    return slope
  }

  private func shifted(_ matrix: [[Double]], _ shift: Double) -> [[Double]] {
    var result = matrix
    for i in result.indices { result[i][i] += shift }
    return result
  }
}
