/// The sharpness of a function at a point: the largest eigenvalue of its second derivatives.
///
/// Gradient descent with a learning rate above 2/sharpness leaves the neighbourhood.
///
/// Found by power iteration on products H·v, from a fixed direction, so that the same call gives the
/// same number.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where, in float64
///   - tolerance: how far H·v may be from λ·v, relative to λ; the eigenvalue itself is much more exact
///     unless others are close
///   - iterations: the most products to compute
/// - Returns: λ, the largest, not the largest in magnitude; nan where gradients are not finite
public func sharpness(
  of function: @escaping (NDArray) -> NDArray, at point: NDArray, tolerance: Double = 1e-6,
  iterations: Int = 1000
) -> Double {
  requireDoubles("sharpness", point)
  let objective = ArrayObjective(function: function, shape: point.shape, dtype: .float64)
  return PowerIteration(tolerance: tolerance, iterations: iterations)
    .largestEigenvalue(of: objective, at: point.elements)
}

/// The sharpness of a loss: the largest eigenvalue of its second derivatives with respect to all
/// parameters together.
///
/// The parameters and their gradients are afterwards as they were.
/// - Parameters:
///   - parameters: such as `net.parameters`, with float64 values
///   - tolerance: how far H·v may be from λ·v, relative to λ
///   - iterations: the most products to compute
///   - loss: computes the loss, the same at each call; its sum is differentiated, so that a mean loss
///     needs `mean()`
/// - Returns: λ, the largest, not the largest in magnitude; nan where gradients are not finite
public func sharpness(
  of parameters: [Parameter], tolerance: Double = 1e-6, iterations: Int = 1000,
  loss: @escaping () -> NDArray
) -> Double {
  for parameter in parameters { requireDoubles("sharpness", parameter.data) }
  let objective = ParameterObjective(parameters: parameters, loss: loss)
  defer { objective.restore() }
  return PowerIteration(tolerance: tolerance, iterations: iterations)
    .largestEigenvalue(of: objective, at: objective.point)
}

private struct PowerIteration {
  let tolerance: Double
  let iterations: Int

  /// The eigenvalue that is largest in magnitude, if it is positive. Otherwise, or where two of
  /// opposite sign keep the iteration from settling, H is shifted so that none is negative.
  func largestEigenvalue(of objective: some Objective, at point: [Double]) -> Double {
    if point.isEmpty { fault("sharpness", "there are no numbers to differentiate by") }
    let plain = run(objective, point, shift: 0)
    if plain.hasSettled && plain.value >= 0 || plain.value.isNaN { return plain.value }
    return run(objective, point, shift: plain.growth).value
  }

  /// Iterates v ← (H + shift·I)·v.
  /// - Returns: λ of H, whether H·v is λ·v by now, and the largest |H·v|/|v| seen
  private func run(
    _ objective: some Objective, _ point: [Double], shift: Double
  ) -> (value: Double, hasSettled: Bool, growth: Double) {
    var direction = unit(RandomGenerator(seed: 1).normals(point.count))
    var (value, growth) = (Double.nan, 0.0)
    for _ in 0..<iterations {
      let product = objective.secondDerivative(at: point, along: direction)
      value = zip(product, direction).reduce(0) { $0 + $1.0 * $1.1 }
      if !value.isFinite { return (.nan, false, growth) }
      growth = max(growth, length(product))
      let rest = length(zip(product, direction).map { $0 - value * $1 })
      if rest <= max(tolerance * value.magnitude, 1e-10 * shift) { return (value, true, growth) }
      direction = unit(zip(product, direction).map { $0 + shift * $1 })
    }
    return (value, false, growth)
  }

  private func length(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func unit(_ vector: [Double]) -> [Double] {
    let length = length(vector)
    return vector.map { $0 / length }
  }
}
