/// The gradient of a function at a point.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where
/// - Returns: ∂f/∂x, of the point's shape
public func gradient(of function: @escaping (NDArray) -> NDArray, at point: NDArray) -> NDArray {
  let objective = ArrayObjective(function: function, shape: point.shape, dtype: point.dtype)
  return NDArray(objective.gradient(at: point.elements), shape: point.shape, dtype: point.dtype)
}

/// The matrix of a function's second derivatives, Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ.
///
/// Its columns are differences of exact gradients, extrapolated to the step 0: about 1e-10 exact,
/// relative to the largest element, where the function is smooth.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where, in float64
/// - Returns: a symmetric matrix
/// - Shape: a point of n elements to `[n, n]`
public func hessian(of function: @escaping (NDArray) -> NDArray, at point: NDArray) -> NDArray {
  requireDoubles("hessian", point)
  let size = point.count
  var matrix = [Double](repeating: 0, count: size * size)
  let objective = ArrayObjective(function: function, shape: point.shape, dtype: .float64)
  for column in 0..<size {
    var axis = [Double](repeating: 0, count: size)
    axis[column] = 1
    let slopes = objective.secondDerivative(at: point.elements, along: axis)
    for (row, slope) in slopes.enumerated() {
      matrix[row * size + column] += slope / 2
      matrix[column * size + row] += slope / 2
    }
  }
  return NDArray(matrix, shape: [size, size], dtype: .float64)
}

/// The product H·v of a function's second derivatives and a direction, without the whole matrix.
/// - Parameters:
///   - function: a function of one array; the sum of its value is differentiated
///   - point: where, in float64
///   - direction: v, of the same shape and `dtype`
/// - Returns: H·v, of the point's shape, about 1e-10 exact where the function is smooth
public func hessianProduct(
  of function: @escaping (NDArray) -> NDArray, at point: NDArray, along direction: NDArray
) -> NDArray {
  requireDoubles("hessianProduct", point)
  NDArray.requireSameType("hessianProduct", point, direction)
  if direction.shape != point.shape {
    fault(
      "hessianProduct",
      "a direction of shape \(direction.shape) at a point of shape \(point.shape)")
  }
  let objective = ArrayObjective(function: function, shape: point.shape, dtype: .float64)
  return NDArray(
    objective.secondDerivative(at: point.elements, along: direction.elements),
    shape: point.shape, dtype: .float64)
}

/// A fault unless the array is float64: differences would have few digits left in float32.
func requireDoubles(_ operation: String, _ array: NDArray) {
  if array.dtype != .float64 {
    fault(
      operation,
      "a \(array.dtype) array of shape \(array.shape); second derivatives are computed in float64")
  }
}

extension Objective {
  /// H·v: the derivative of the gradient along v.
  ///
  /// Central differences with steps that are halved again and again, and Richardson's extrapolation
  /// to the step 0; of all extrapolated values the one that agrees best with its neighbours.
  /// - Source: Ridders, Accurate computation of F'(x) and F'(x)F''(x), 1982
  func secondDerivative(at point: [Double], along direction: [Double]) -> [Double] {
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if length == 0 { return direction }
    var step = 0.3 * point.reduce(1) { max($0, $1.magnitude) }
    var table: [[Double]] = []
    var (best, error, sinceBest) = (point.map { _ in Double.nan }, Double.infinity, 0)
    for _ in 0..<20 where sinceBest < 3 {
      table = extrapolated(slope(point, direction, step / length), table)
      sinceBest += 1
      for (order, value) in table.enumerated().dropFirst() {
        let distance = largestDifference(value, table[order - 1])
        if distance < error { (best, error, sinceBest) = (value, distance, 0) }
      }
      let size = best.reduce(0) { max($0, $1.magnitude) }
      if error <= 1e-13 * size { break }
      // Kinks and distant poles need small steps: only a good value ends the search.
      if !(error <= 1e-9 * size) { sinceBest = 0 }
      step /= 2
    }
    return best
  }

  private func slope(_ point: [Double], _ direction: [Double], _ step: Double) -> [Double] {
    let right = gradient(at: zip(point, direction).map { $0 + step * $1 })
    let left = gradient(at: zip(point, direction).map { $0 - step * $1 })
    return zip(right, left).map { ($0 - $1) / (2 * step) }
  }
}

/// The next line of Richardson's table: the order 0 is measured, each further one takes an even power
/// of the step out of the error.
private func extrapolated(_ measured: [Double], _ line: [[Double]]) -> [[Double]] {
  var next = [measured]
  var power = 1.0
  for old in line {
    power *= 4
    next.append(
      zip(next[next.count - 1], old).map { $0 + ($0 - $1) / (power - 1) })
  }
  return next
}

private func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  var largest = 0.0
  for (x, y) in zip(a, b) {
    let distance = (x - y).magnitude
    if !(distance <= largest) { largest = distance }
    if distance.isNaN { return distance }
  }
  return largest
}
