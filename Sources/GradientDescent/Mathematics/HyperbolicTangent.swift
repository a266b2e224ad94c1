/// The hyperbolic tangent, in plain arithmetic: the same bits on every machine.
///
/// For |x| < 0.625 the odd polynomial x + x³·P(x²), fitted for the least greatest error, 10⁻¹⁷; above,
/// 1 − 2/(e²ˣ + 1).
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: tanh x, within 2 ulp
public func tanh(_ x: Double) -> Double {
  if x.isNaN || x == 0 { return x }
  let size = x.magnitude
  if size < 0.625 {
    let square = x * x
    return x + x * square * Polynomial.value(square, HyperbolicTangent.near)
  }
  let value = size > 20 ? 1 : 1 - 2 / (exp(2 * size) + 1)
  return x < 0 ? -value : value
}

private enum HyperbolicTangent {
  static let near = [
    -1.6107471496838822e-05, 7.721902830495265e-05, -0.00022863310936997359, 0.0005863524189879968,
    -0.0014549704559729114, 0.0035919915666824953, -0.008863221318734285, 0.02186948760191966,
    -0.053968253932479913, 0.1333333333326491, -0.33333333333332876,
  ]
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
