/// The logistic function 1/(1 + e⁻ˣ), in plain arithmetic: the same bits on every machine.
/// - Parameter x: any number; 0 at −∞, 1 at ∞
/// - Returns: the value, within 2 ulp
public func sigmoid(_ x: Double) -> Double {
  let power = exp(-x.magnitude)
  let sum = 1 + power
  let value = (x < 0 ? power : 1) / sum
  // The correction restores the rounding error of the sum.
  return value - value * (power - (sum - 1))
}

/// The logistic function in single precision, without a branch.
/// - Parameter x: any number; 0 at −∞, 1 at ∞
/// - Returns: the value, within 2 ulp
@inline(__always)
public func sigmoid(_ x: Float) -> Float { SingleSigmoid.value(x) }

/// The logistic function in single precision, for one number or sixteen.
enum SingleSigmoid {
  /// 1/(1 + e⁻ˣ) for x ≥ 0, and eˣ/(1 + eˣ) below.
  @inline(__always)
  static func value<V: SinglePrecision>(_ x: V) -> V {
    let one = V(repeating: 1)
    let power = SingleExponential.value(V(repeating: 0) - x.size)
    let sum = power + 1
    let value = power.chosen(where: x, isBelow: 0, else: one) / sum
    // The correction restores the rounding error of the sum.
    return value - value * (power - (sum - 1))
  }
}
