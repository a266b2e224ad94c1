/// The logistic function 1/(1 + e⁻ˣ).
/// - Parameter x: any number; 0 at −∞, 1 at ∞
/// - Returns: the value, within 2 ulp
public func sigmoid(_ x: Double) -> Double {
  let power = exp(-x.magnitude)
  return x < 0 ? power / (1 + power) : 1 / (1 + power)
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
    return power.chosen(where: x, isBelow: 0, else: one) / (power + 1)
  }
}
