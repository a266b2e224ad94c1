/// The logarithm to the base 2, in plain arithmetic: the same bits on every machine, and exact for powers
/// of two.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: log₂ x, within 2 ulp
public func log2(_ x: Double) -> Double {
  guard let (exponent, m) = LogarithmParts.of(x) else { return log(x) }
  // 1/ln 2 is 1.4426950408889634 and a little more.
  let (high, low) =
    m.high == 0 ? (0, 0) : (m.high * 1.4426950408889634, m.high * 2.0355273740931033e-17)
  let product = DoubleDouble.product(m.high, 1.4426950408889634)
  return exponent + (high + (product.low + (low + m.low * 1.4426950408889634)))
}

/// The logarithm to the base 2, in single precision, without a branch.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: log₂ x, within 2 ulp
@inline(__always)
public func log2(_ x: Float) -> Float { SingleLogarithm.binary(x) }

/// The logarithm to the base 10, in plain arithmetic: the same bits on every machine, and exact for
/// powers of ten.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: log₁₀ x, within 2 ulp
public func log10(_ x: Double) -> Double {
  guard let (exponent, m) = LogarithmParts.of(x) else { return log(x) }
  // log₁₀ 2 to 32 bits, so that its product with any exponent is exact, and the rest.
  let top = exponent * 0x1.34413508p-2
  let product = DoubleDouble.product(m.high, 0x1.bcb7b1526e50ep-2)
  let tail = product.low + (m.high * 0x1.95355baaafad3p-57 + m.low * 0x1.bcb7b1526e50ep-2)
  let sum = DoubleDouble.sum(top, product.high)
  return sum.high + (sum.low + (tail + exponent * 0x1.f79fef311f12bp-34))
}

/// The logarithm to the base 10, in single precision, without a branch.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: log₁₀ x, within 2 ulp
@inline(__always)
public func log10(_ x: Float) -> Float { SingleLogarithm.decimal(x) }

/// x = m · 2ᵉ with √½ ≤ m < √2.
private enum LogarithmParts {
  /// e, and ln m with a few bits more than a number has; nil for what has no logarithm but ±∞ and nan.
  static func of(_ x: Double) -> (exponent: Double, logarithm: DoubleDouble)? {
    if !(x > 0) || x.isInfinite { return nil }
    let (exponent, f) = LogarithmSeries.reduced(x)
    // ln m = f − f²/2 + s·(f²/2 + R) with s = f/(2 + f): f²/2 cancels but for its share s.
    let s = f / (2 + f)
    let z = s * s
    var series = 2 / 21.0
    series = series * z + 2 / 19
    series = series * z + 2 / 17
    series = series * z + 2 / 15
    series = series * z + 2 / 13
    series = series * z + 2 / 11
    series = series * z + 2 / 9
    series = series * z + 2 / 7
    series = series * z + 2 / 5
    series = series * z + 2 / 3
    let half = DoubleDouble.product(0.5 * f, f)
    let rest = s * (half.high + series * z)
    let top = DoubleDouble.sum(f, -half.high)
    return (exponent, DoubleDouble.sum(top.high, top.low + (rest - half.low)))
  }
}
