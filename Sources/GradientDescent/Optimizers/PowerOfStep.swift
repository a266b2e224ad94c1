/// βᵗ for the step t, computed once for all parameters that are at the same step.
final class PowerOfStep {
  private let base: Double
  private var exponent = 0.0
  private var value = 1.0

  init(_ base: Double) { self.base = base }

  @inline(__always)
  func callAsFunction(_ t: Double) -> Double {
    if t != exponent { (exponent, value) = (t, pow(base, t)) }
    return value
  }
}
