/// The hyperbolic tangent, in plain arithmetic: the same bits on every machine.
///
/// tanh x = m/(m + 2) with m = e²ˣ − 1 for |x| < 1, and 1 − 2/(e²ˣ + 1) above.
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: tanh x, within 2 ulp
public func tanh(_ x: Double) -> Double {
  let size = x.magnitude
  if size > 20 { return x.isNaN ? x : x < 0 ? -1 : 1 }
  let m = expm1(2 * size)
  let value = size < 1 ? m / (m + 2) : 1 - 2 / (m + 2)
  return x.sign == .minus ? -value : value
}

/// The hyperbolic tangent in single precision, without a branch.
///
/// For |x| < 0.625 the odd polynomial x + x³·P(x²), fitted for the least greatest error; above,
/// 1 − 2/(e²ˣ + 1).
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: tanh x, within 2 ulp
@inline(__always)
public func tanh(_ x: Float) -> Float { SingleHyperbolicTangent.value(x) }

/// The hyperbolic tangent in single precision, for one number or sixteen.
enum SingleHyperbolicTangent {
  @inline(__always)
  static func value<V: SinglePrecision>(_ x: V) -> V {
    let size = x.size
    let square = x * x
    let lower = square * -0.053742773830890656 + 0.1333148330450058
    let upper = square * -0.005714063532650471 + 0.020648062229156494
    let series = square * (lower + square * square * upper) - 0.3333328366279602
    let near = size + size * square * series
    // e²ˣ = 2 to the power of 2x/ln 2; beyond 26.5 the result is 1.
    let power = SingleExponential.powerOfTwo((size * 2.88539008).atMost(26.5))
    let far = V(repeating: 1) - V(repeating: 2) / (power + 1)
    return near.chosen(where: size, isBelow: 0.625, else: far).signed(like: x)
  }
}
