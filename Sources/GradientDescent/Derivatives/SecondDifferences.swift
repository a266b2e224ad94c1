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
