/// The tangent of an angle in radians, in plain arithmetic: the same bits on every machine.
/// - Parameter x: any number, however large; nan at ±∞
/// - Returns: tan x, within 3 ulp
public func tan(_ x: Double) -> Double {
  if x.magnitude < 0x1p-27 { return x }
  if !x.isFinite { return .nan }
  let (quadrant, r) = CircularReduction.reduce(x)
  let (sine, cosine) = (CircularSeries.sine(r), CircularSeries.cosine(r))
  return quadrant & 1 == 0 ? sine / cosine : -(cosine / sine)
}

/// The tangent of an angle in radians, in single precision.
/// - Parameter x: any number, however large; nan at ±∞
/// - Returns: tan x, within 2 ulp
public func tan(_ x: Float) -> Float {
  x.isWithin(SingleTangent.bound) ? SingleTangent.near(x) : Float(tan(Double(x)))
}

/// The tangent in single precision, for one number or sixteen.
enum SingleTangent {
  /// The size from which on a number takes the way through double precision.
  static var bound: Float { 2048 }

  /// tan x for |x| < 2048: with x = n·π/2 + r and |r| ≤ π/4, it is tan r = r + r³·P(r²) for an even n, and
  /// −1/tan r for an odd one. P is fitted for the least greatest share of error, 2·10⁻⁹.
  @inline(__always)
  static func near<V: SinglePrecision>(_ x: V) -> V {
    let shifted = x * 0.63661975 + V.shift
    let n = shifted - V.shift
    // π/2 in four pieces: the products of n with the first three are exact, and so are two differences.
    let upper = (x - n * 0x1.92p+0) - n * 0x1.fb5p-12
    let third = n * 0x1.11p-26
    let r = upper - third
    // What is missing at r, with the other sign, so that −0 stays what it is.
    let missing = n * 0x1.68c234p-39 - ((upper - r) - third)
    let square = r * r
    let fourth = square * square
    var even = fourth * -0.004375999793410301 - 0.010832086205482483
    even = even * fourth - 0.05405917018651962
    even = even * fourth - 0.33333349227905273
    var odd = fourth * -9.190693526761606e-05 - 0.02128460444509983
    odd = odd * fourth - 0.13332673907279968
    let series = even + square * odd
    let tangent = r - (square * (r * series + missing) + missing)
    let (one, minusOne) = (V(repeating: 1), V(repeating: -1))
    return minusOne.chosen(whereOdd: shifted, else: tangent)
      / tangent.chosen(whereOdd: shifted, else: one)
  }

  /// tan x for any x.
  static func each(_ x: SIMD16<Float>) -> SIMD16<Float> {
    var y = x
    for lane in 0..<16 { y[lane] = tan(x[lane]) }
    return y
  }
}
