/// The share of the last direction that conjugate gradients keep.
public enum ConjugateGradientFormula: Sendable {
  /// β = gᵀg/(hᵀh), where h is the gradient before.
  case fletcherReeves
  /// β = max(0, gᵀ(g − h)/(hᵀh)): it forgets the last direction by itself when progress is poor.
  case polakRibiere
}

/// Nonlinear conjugate gradients: d ← −g + βd, then a line search along d.
///
/// On a quadratic with exact searches it is the linear method, and ends after as many steps as there
/// are distinct eigenvalues. When d does not lead down, it starts anew with −g.
/// - Source: Fletcher and Reeves, Function minimization by conjugate gradients, 1964; Polak and
///   Ribière, Note sur la convergence de méthodes de directions conjuguées, 1969; Nocedal and Wright,
///   Numerical optimization, 2nd edition, section 5.2
public final class ConjugateGradient: Minimizer {
  /// The formula for the share of the last direction to keep.
  public let formula: ConjugateGradientFormula
  /// The rule for the length of a step.
  public let lineSearch: any LineSearch
  private var direction: [Double] = []
  private var gradient: [Double] = []

  /// Makes the rule.
  /// - Parameters:
  ///   - formula: which share of the last direction to keep
  ///   - lineSearch: how far to go; nil is a strong-Wolfe search with the curvature 0.1
  public init(
    _ formula: ConjugateGradientFormula = .polakRibiere, lineSearch: (any LineSearch)? = nil
  ) {
    self.formula = formula
    self.lineSearch = lineSearch ?? StrongWolfe(curvature: 0.1)
  }

  /// A fault if the rule remembers the steps of an earlier descent.
  public func begin() {
    if !gradient.isEmpty { Descents.faultOfReuse("ConjugateGradient") }
  }

  /// d ← −g + βd, x ← x + td; a point of another dimension than those before is a fault.
  public func step(_ function: SmoothFunction, from point: Evaluation) -> Evaluation {
    let g = point.gradient
    var d = Vector.product(g, -1)
    if !gradient.isEmpty {
      if gradient.count != g.count {
        Descents.faultOfDimension("ConjugateGradient", g.count, gradient.count)
      }
      Vector.add(direction, times: beta(g), to: &d)
    }
    if !(Vector.dot(g, d) < 0) { d = Vector.product(g, -1) }
    (direction, gradient) = (d, g)
    let size = Vector.largest(d)
    // Directions have the gradient's size; the first step tried is at most 1 long.
    let first = size > 1 ? 1 / size : 1
    return lineSearch.search(function, from: point, along: d, first: first).point
  }

  /// Forgets the last direction.
  public func reset() { (direction, gradient) = ([], []) }

  private func beta(_ g: [Double]) -> Double {
    let before = Vector.dot(gradient, gradient)
    switch formula {
    case .fletcherReeves: return Vector.dot(g, g) / before
    case .polakRibiere: return max(0, (Vector.dot(g, g) - Vector.dot(g, gradient)) / before)
    }
  }
}
