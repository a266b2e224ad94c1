/// βᵗ for the step t, computed once for all parameters that are at the same step.
final class PowerOfStep {
  private var base = 0.0
  private var exponent = 0.0
  private var value = 1.0

  @inline(__always)
  func callAsFunction(_ base: Double, _ t: Double) -> Double {
    if t != exponent || base != self.base {
      (self.base, exponent, value) = (base, t, pow(base, t))
    }
    return value
  }
}
