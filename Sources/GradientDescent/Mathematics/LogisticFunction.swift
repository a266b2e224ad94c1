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
public func sigmoid(_ x: Float) -> Float {
  let power = exp(-x.magnitude)
  return (x < 0 ? power : 1) / (1 + power)
}
