/// A step at which the function has fallen enough and is flat enough:
///
///     f(x + td) ≤ f(x) + c₁·t·gᵀd        and        |g(x + td)ᵀd| ≤ c₂·|gᵀd|
///
/// First the step grows until such a point lies behind it; then the bracket around the point shrinks,
/// by cubic interpolation.
/// - Source: Nocedal and Wright, Numerical optimization, 2nd edition, section 3.5; the interpolation
///   and its safeguards as in PyTorch's `LBFGS`
public final class StrongWolfe: LineSearch {
  /// c₁
  public let sufficientDecrease: Double
  /// c₂
  public let curvature: Double
  /// The length of a bracket, measured along the largest element, at which to stop.
  public let tolerance: Double
  /// The most evaluations of the function, after the first one.
  public let evaluations: Int

  /// Makes the rule.
  /// - Parameters:
  ///   - sufficientDecrease: c₁, above 0 and below c₂
  ///   - curvature: c₂, below 1; 0.9 for quasi-Newton rules, 0.1 for conjugate gradients
  ///   - tolerance: the length of a bracket at which to stop, at least 0
  ///   - evaluations: how often to evaluate the function at most after the first time, at least 1
  public init(
    sufficientDecrease: Double = 1e-4, curvature: Double = 0.9, tolerance: Double = 1e-9,
    evaluations: Int = 25
  ) {
    if !(sufficientDecrease > 0 && sufficientDecrease < curvature && curvature < 1) {
      fault(
        "StrongWolfe",
        "the shares \(sufficientDecrease) and \(curvature); expected 0 < the first < the second < 1"
      )
    }
    Settings.requireNotNegative("StrongWolfe", "tolerance", tolerance)
    if evaluations < 1 { fault("StrongWolfe", "\(evaluations) evaluations; expected at least 1") }
    self.sufficientDecrease = sufficientDecrease
    self.curvature = curvature
    self.tolerance = tolerance
    self.evaluations = evaluations
  }

  /// Brackets a point, then closes in on it.
  public func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double
  ) -> (step: Double, point: Evaluation) {
    search(function, from: point, along: direction, first: first, evaluations)
  }

  /// The search with another limit of evaluations.
  func search(
    _ function: SmoothFunction, from point: Evaluation, along direction: [Double], first: Double,
    _ evaluations: Int
  ) -> (step: Double, point: Evaluation) {
    var search = WolfeSearch(self, function, point, direction, evaluations)
    let bracket = search.bracket(from: first)
    let end = bracket.isDone ? bracket.low : search.zoom(bracket)
    return (end.step, end.point)
  }
}
