/// The error function 2/√π · ∫₀ˣ e^(−t²) dt, in plain arithmetic: the same bits on every machine.
///
/// Below 1 Maclaurin's series; below 2.5 the series e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, all of whose terms are
/// positive; above, 1 less the continued fraction of the complement.
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: erf x, within 2 ulp
/// - Source: Abramowitz and Stegun, Handbook of mathematical functions, 7.1.5, 7.1.6 and 7.1.14
public func erf(_ x: Double) -> Double {
  let size = x.magnitude
  if x.isNaN { return x }
  let value = size < 1 ? ErrorFunction.near(size) : ErrorFunction.far(size)
  return x.sign == .minus ? -value : value
}

/// The error function in single precision.
/// - Returns: erf x, within 1 ulp
public func erf(_ x: Float) -> Float { Float(erf(Double(x))) }

private enum ErrorFunction {
  /// 2/√π, and what its rounding left out.
  private static var scale: Double { 0x1.20dd750429b6dp+0 }
  private static var scaleRest: Double { 0x1.1ae3a914fed8p-56 }

  static func near(_ x: Double) -> Double {
    let z = x * x
    // Σ (−z)ⁿ/(n!·(2n + 1)) from n = 1 on.
    var sum = 1 / 45.0
    var n = 21.0
    while n > 0 {
      sum = 1 / (2 * n + 1) - z / (n + 1) * sum
      n -= 1
    }
    sum *= -z
    return scale * x + (scale * x * sum + scaleRest * x)
  }

  static func far(_ x: Double) -> Double {
    if x > 6 { return 1 }
    let square = DoubleDouble.product(x, x)
    let bell = Exponential.value(-square.high, tail: -square.low)
    if x < 2.5 {
      // x·(1 + 2z/3·(1 + 2z/5·(1 + …)))
      let double = 2 * square.high
      var sum = 1.0
      var n = 50.0
      while n > 0 {
        sum = 1 + double / (2 * n + 1) * sum
        n -= 1
      }
      return scale * x * bell * sum
    }
    var fraction = x
    var n = 60.0
    while n > 0 {
      fraction = x + 0.5 * n / fraction
      n -= 1
    }
    return 1 - 0.5 * scale * bell / fraction
  }
}
