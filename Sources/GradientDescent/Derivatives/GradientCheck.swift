/// The agreement of exact gradients with finite differences.
///
/// Each slope ∂f/∂xᵢ is compared with (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h. The error is the difference,
/// relative to the larger of both; slopes below a thousandth of the largest one are measured against
/// that thousandth, since rounding alone would make their relative errors large.
public struct GradientCheck {
  /// The largest relative error; 0 for no numbers at all, nan when a slope is nan.
  public internal(set) var largestError = 0.0
  /// The element's row-major index, counted on from parameter to parameter.
  public internal(set) var place = 0
  /// The exact slope there.
  public internal(set) var exact = 0.0
  /// The finite difference there.
  public internal(set) var difference = 0.0

  init(_ exact: [Double], _ differences: [Double]) {
    let floor = 0.001 * (exact.map { $0.magnitude }.max() ?? 0)
    if let slope = exact.first, let difference = differences.first {
      (self.exact, self.difference) = (slope, difference)
    }
    for (place, (slope, difference)) in zip(exact, differences).enumerated() {
      let scale = max(floor, slope.magnitude, difference.magnitude)
      let error = slope == difference ? 0 : (slope - difference).magnitude / scale
      if error > largestError || (error.isNaN && !largestError.isNaN) {
        (largestError, self.place) = (error, place)
        (self.exact, self.difference) = (slope, difference)
      }
    }
  }
}

extension GradientCheck: CustomStringConvertible {
  /// Such as `largest error 3e-10 at 4: slope 1.5, difference 1.5000000004`.
  public var description: String {
    "largest error \(largestError) at \(place): slope \(exact), difference \(difference)"
  }
}

/// Compares a function's exact gradient with finite differences.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where to compare; float64 shows errors of about 1e-9, float32 of about 1e-3
///   - step: h, relative to the element where that is above 1; nil takes the best for smooth functions,
///     the cube root of the `dtype`'s precision
/// - Returns: the largest relative error and where it is
public func gradientCheck(
  of function: @escaping (NDArray) -> NDArray, at point: NDArray, step: Double? = nil
) -> GradientCheck {
  let objective = ArrayObjective(function: function, shape: point.shape, dtype: point.dtype)
  return check(objective, at: point.elements, step ?? standardStep(point.dtype))
}

/// Compares a loss's exact gradients with finite differences, for every number of every parameter.
///
/// The parameters and their gradients are afterwards as they were.
/// - Parameters:
///   - parameters: such as `net.parameters`, with values
///   - step: h, relative to the element where that is above 1; nil takes the best for smooth functions
///   - loss: computes the loss, the same at each call; its sum is differentiated
/// - Returns: the largest relative error and where it is
public func gradientCheck(
  of parameters: [Parameter], step: Double? = nil, loss: @escaping () -> NDArray
) -> GradientCheck {
  let objective = ParameterObjective(parameters: parameters, loss: loss)
  defer { objective.restore() }
  let dtype = parameters.first?.data.dtype ?? .float64
  return check(objective, at: objective.point, step ?? standardStep(dtype))
}

private func standardStep(_ dtype: DType) -> Double { dtype == .float32 ? 0.005 : 6e-6 }

private func check(
  _ objective: some Objective, at point: [Double], _ step: Double
) -> GradientCheck {
  if !(step > 0) { fault("gradientCheck", "the step \(step); a positive one is needed") }
  let exact = objective.gradient(at: point)
  var differences: [Double] = []
  for place in 0..<point.count {
    // Whatever the type rounds the step to counts.
    let distance = step * max(1, point[place].magnitude)
    var (left, right) = (point, point)
    left[place] = objective.rounded(point[place] - distance, at: place)
    right[place] = objective.rounded(point[place] + distance, at: place)
    differences.append(
      (objective.value(at: right) - objective.value(at: left)) / (right[place] - left[place]))
  }
  return GradientCheck(exact, differences)
}
