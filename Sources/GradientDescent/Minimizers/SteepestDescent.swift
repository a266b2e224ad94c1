/// Gradient descent that searches how far to go: x ← x − t·g.
///
/// - Source: Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, 1847
public final class SteepestDescent: Minimizer {
  /// The rule for the length of a step.
  public let lineSearch: any LineSearch
  /// The step that is tried first.
  public let firstStep: Double

  /// Makes the rule.
  /// - Parameters:
  ///   - lineSearch: how far to go
  ///   - firstStep: the step that is tried first, above 0
  public init(lineSearch: any LineSearch, firstStep: Double = 1) {
    if !(firstStep > 0) { fault("SteepestDescent", "the first step \(firstStep) is not above 0") }
    self.lineSearch = lineSearch
    self.firstStep = firstStep
  }

  /// x ← x − t·g
  public func step(_ function: SmoothFunction, from point: Evaluation) -> Evaluation {
    let direction = Vector.product(point.gradient, -1)
    return lineSearch.search(function, from: point, along: direction, first: firstStep).point
  }
}
