/// x to the power of y, in plain arithmetic: the same bits on every machine.
///
/// e to the power of y·ln |x|, the logarithm with twice the usual number of digits, so that the
/// exponential does not magnify its error.
/// - Parameters:
///   - x: any number; a negative one needs a whole y, and gives nan otherwise
///   - y: any number
/// - Returns: xʸ, within 2 ulp; special values as in C99, annex F.9.4.4
public func pow(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return x + y }
  let isOdd = Power.isOdd(y)
  if x == 0 || x.isInfinite {
    let size: Double = (x == 0) == (y < 0) ? .infinity : 0
    return isOdd && x.sign == .minus ? -size : size
  }
  let size = x.magnitude
  if y.isInfinite || y.magnitude > 0x1p64 {
    if size == 1 { return 1 }
    return (size > 1) == (y > 0) ? .infinity : 0
  }
  if x < 0 && !Power.isWhole(y) { return .nan }
  let logarithm = Power.logarithm(size)
  var exponent = DoubleDouble.product(y, logarithm.high)
  exponent = DoubleDouble.sum(exponent.high, exponent.low + y * logarithm.low)
  let value = Exponential.value(exponent.high, tail: exponent.low)
  return x < 0 && isOdd ? -value : value
}

/// x to the power of y in single precision.
/// - Returns: xʸ, within 1 ulp; special values as in C99, annex F.9.4.4
public func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }

private enum Power {
  /// Above 2⁵³ all numbers are whole and even.
  static func isWhole(_ y: Double) -> Bool { y.magnitude >= 0x1p53 || Double(Int64(y)) == y }

  static func isOdd(_ y: Double) -> Bool {
    y.magnitude < 0x1p53 && Double(Int64(y)) == y && Int64(y) & 1 != 0
  }

  /// ln x for x above 0, with about 65 bits: 2·artanh(s), s = (m − 1)/(m + 1), as in `log`.
  static func logarithm(_ x: Double) -> DoubleDouble {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m *= 0.5
      exponent += 1
    }
    let (f, d) = (m - 1, DoubleDouble.sum(m, 1))
    let quotient = f / d.high
    let back = DoubleDouble.product(quotient, d.high)
    let rest = ((f - back.high) - back.low - quotient * d.low) / d.high
    let s = DoubleDouble.sum(quotient, rest)
    let square = s * s
    let z = square.high
    var series = 1.0 / 25
    series = series * z + 1 / 23
    series = series * z + 1 / 21
    series = series * z + 1 / 19
    series = series * z + 1 / 17
    series = series * z + 1 / 15
    series = series * z + 1 / 13
    series = series * z + 1 / 11
    series = series * z + 1 / 9
    series = series * z + 1 / 7
    series = series * z + 1 / 5
    let third = DoubleDouble(high: 0x1.5555555555555p-2, low: 0x1.5555555555555p-56)
    let one = DoubleDouble(high: 1, low: 0)
    let factor = one + square * (third + DoubleDouble(high: z * series, low: 0))
    let log = s * factor
    let whole = DoubleDouble.product(exponent, 0x1.62e42fefa39efp-1)
    let low = DoubleDouble(high: whole.high, low: whole.low + exponent * 0x1.abc9e3b39803fp-56)
    return low + DoubleDouble(high: 2 * log.high, low: 2 * log.low)
  }
}
