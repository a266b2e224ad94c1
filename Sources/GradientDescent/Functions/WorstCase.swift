extension Objective {
  /// Nesterov's worst quadratic for methods that only see gradients:
  /// ⅛·(x₁² + Σ(xᵢ − xᵢ₊₁)² + xₙ²) − ¼·x₁.
  ///
  /// A gradient spreads news by one variable a step, so that from 0 nothing reaches xₖ₊₁ in k steps. The
  /// largest eigenvalue is just below 1. The minimum is at xᵢ = 1 − i/(n + 1), with the value
  /// −⅛·n/(n + 1).
  /// - Parameter dimension: n, at least 1
  /// - Source: Nesterov, Introductory lectures on convex optimization, 2004, section 2.1.2
  public static func worstCase(dimension n: Int) -> Objective {
    if n < 1 { fault("worstCase", "\(n) variables; at least 1 is needed") }
    let minimum = (1...n).map { 1 - Double($0) / Double(n + 1) }
    var first = Array(repeating: 0.0, count: n)
    first[0] = 0.25
    let linear = NDArray(first, dtype: .float64)
    return quadratic(matrix: secondDifferences(n), linear: linear, minima: [minimum])
  }

  /// ¼ of the matrix with 2 on the diagonal and −1 beside it.
  private static func secondDifferences(_ n: Int) -> NDArray {
    var elements = Array(repeating: 0.0, count: n * n)
    for i in 0..<n {
      elements[i * n + i] = 0.5
      if i > 0 { elements[i * n + i - 1] = -0.25 }
      if i < n - 1 { elements[i * n + i + 1] = -0.25 }
    }
    return NDArray(elements, shape: Shape(n, n), dtype: .float64)
  }
}
