/// The natural logarithm, in plain arithmetic: the same bits on every machine.
///
/// With x = m · 2ᵉ and √½ ≤ m < √2, ln x = e·ln 2 + 2·artanh(s), s = (m − 1)/(m + 1), |s| ≤ 0.1716:
/// the series 2(s + s³/3 + s⁵/5 + …) is cut where its terms fall below 2⁻⁶⁰.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: ln x, within 1 ulp
public func log(_ x: Double) -> Double {
  if x.isNaN || x < 0 { return .nan }
  if x == 0 { return -.infinity }
  if x.isInfinite { return x }
  let (exponent, f) = LogarithmSeries.reduced(x)
  let s = f / (2 + f)
  let z = s * s
  var series = 1.0 / 21
  series = series * z + 1 / 19
  series = series * z + 1 / 17
  series = series * z + 1 / 15
  series = series * z + 1 / 13
  series = series * z + 1 / 11
  series = series * z + 1 / 9
  series = series * z + 1 / 7
  series = series * z + 1 / 5
  series = series * z + 1 / 3
  // 2s = f − s·f, which keeps the leading term exact.
  let tail = 2 * s * z * series
  return exponent * LogarithmSeries.ln2High
    + (f - (s * f - tail - exponent * LogarithmSeries.ln2Low))
}

/// The natural logarithm in single precision, without a branch.
/// - Parameter x: any number; −inf at 0, nan below it
/// - Returns: ln x, within 1 ulp
@inline(__always)
public func log(_ x: Float) -> Float { SingleLogarithm.natural(x) }

/// ln(1 + x), exact also where x is small and the sum would lose its digits.
/// - Parameter x: any number; −inf at −1, nan below it
/// - Returns: ln(1 + x), within 2 ulp
public func log1p(_ x: Double) -> Double {
  let sum = 1 + x
  if sum == 1 || !(sum > 0) || sum.isInfinite { return sum == 1 ? x : log(sum) }
  // The rounding error of the sum, as a share of it.
  let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
  return log(sum) + lost / sum
}

/// ln(1 + x) in single precision, exact also where x is small.
/// - Returns: ln(1 + x), within 1 ulp
public func log1p(_ x: Float) -> Float { Float(log1p(Double(x))) }

/// What the logarithms to all bases have in common.
enum LogarithmSeries {
  /// ln 2 to 32 bits, so that its product with any exponent is exact, and the rest.
  static var ln2High: Double { 0x1.62e42feep-1 }
  static var ln2Low: Double { 0x1.a39ef35793c76p-33 }

  /// e and m − 1 of x = m · 2ᵉ with √½ ≤ m < √2.
  /// - Parameter x: a number above 0, not infinite
  @inline(__always)
  static func reduced(_ x: Double) -> (exponent: Double, fraction: Double) {
    let (exponent, m) = (Double(x.exponent), x.significand)
    return m > 1.4142135623730951 ? (exponent + 1, m * 0.5 - 1) : (exponent, m - 1)
  }
}
