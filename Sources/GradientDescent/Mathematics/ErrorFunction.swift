/// The error function 2/√π · ∫₀ˣ e^(−t²) dt, in plain arithmetic: the same bits on every machine.
///
/// For |x| < 1 it is x + x·P(x²); above, 1 less the complement e^(−x²)·Q(s) with
/// s = (8 − 3x)/(4 + x). P and Q are fitted for the least greatest error, below 3·10⁻¹⁷.
/// - Parameter x: any number; ±1 at ±∞
/// - Returns: erf x, within 2 ulp
public func erf(_ x: Double) -> Double {
  if x.isNaN || x == 0 { return x }
  let size = x.magnitude
  if size < 1 { return x + x * Polynomial.value(x * x, ErrorFunction.near) }
  let value = size > 6 ? 1 : 1 - ErrorFunction.complement(size)
  return x < 0 ? -value : value
}

/// The error function in single precision.
/// - Returns: erf x, within 1 ulp
public func erf(_ x: Float) -> Float { Float(erf(Double(x))) }

private enum ErrorFunction {
  /// 1 − erf x for 1 ≤ x ≤ 6.
  static func complement(_ x: Double) -> Double {
    let square = DoubleDouble.product(x, x)
    let bell = Exponential.value(-square.high, tail: -square.low)
    return bell * Polynomial.value((8 - 3 * x) / (4 + x), far)
  }

  static let near = [
    -7.80118883757858e-10, 1.3722976244942113e-08, -1.6209175906507542e-07,
    1.644751767712571e-06, -1.4924744663268797e-05, 0.00012055295320490408,
    -0.000854832598969661, 0.005223977607423464, -0.02686617064327622, 0.11283791670945253,
    -0.3761263890318355, 0.12837916709551256,
  ]

  static let far = [
    -7.373873065209231e-13, 6.00604379590471e-12, 6.895571826213675e-11,
    -1.0613171014596375e-10, -4.956136248773599e-09, -2.577216504812122e-08,
    1.4320624308586733e-07, 3.4988176868437323e-06, 3.346127716541884e-05,
    0.00022259643173765657, 0.0011615374405465056, 0.004990286041093195, 0.01807843722701398,
    0.05589108556608006, 0.14812992991458326, 0.19907263099386566,
  ]
}
