/// The sine of an angle in radians, in plain arithmetic: the same bits on every machine.
/// - Parameter x: any number, however large; nan at ±∞
/// - Returns: sin x, within 1 ulp
public func sin(_ x: Double) -> Double {
  if x.magnitude < 0x1p-27 { return x }
  if !x.isFinite { return .nan }
  let (quadrant, r) = CircularReduction.reduce(x)
  let value = quadrant & 1 == 0 ? CircularSeries.sine(r) : CircularSeries.cosine(r)
  return quadrant & 2 == 0 ? value : -value
}

/// The cosine of an angle in radians, in plain arithmetic: the same bits on every machine.
/// - Parameter x: any number, however large; nan at ±∞
/// - Returns: cos x, within 1 ulp
public func cos(_ x: Double) -> Double {
  if !x.isFinite { return .nan }
  let (quadrant, r) = CircularReduction.reduce(x)
  let value = quadrant & 1 == 0 ? CircularSeries.cosine(r) : CircularSeries.sine(r)
  return (quadrant + 1) & 2 == 0 ? value : -value
}

/// The sine of an angle in radians, in single precision.
/// - Returns: sin x, within 1 ulp
public func sin(_ x: Float) -> Float { Float(sin(Double(x))) }

/// The cosine of an angle in radians, in single precision.
/// - Returns: cos x, within 1 ulp
public func cos(_ x: Float) -> Float { Float(cos(Double(x))) }

/// Taylor's series for |r| ≤ π/4, cut where the terms fall below 2⁻⁶⁰.
enum CircularSeries {
  /// r − r³/3! + r⁵/5! − …
  static func sine(_ r: DoubleDouble) -> Double {
    let x = r.high
    let z = x * x
    var series = 1 / 355_687_428_096_000.0
    series = series * z - 1 / 1_307_674_368_000
    series = series * z + 1 / 6_227_020_800
    series = series * z - 1 / 39_916_800
    series = series * z + 1 / 362_880
    series = series * z - 1 / 5040
    series = series * z + 1 / 120
    let rest = x * z * (series * z - 1 / 6.0)
    return x + (rest + r.low * (1 - 0.5 * z))
  }

  /// 1 − r²/2! + r⁴/4! − …
  static func cosine(_ r: DoubleDouble) -> Double {
    let x = r.high
    let z = x * x
    var series = -1 / 6_402_373_705_728_000.0
    series = series * z + 1 / 20_922_789_888_000
    series = series * z - 1 / 87_178_291_200
    series = series * z + 1 / 479_001_600
    series = series * z - 1 / 3_628_800
    series = series * z + 1 / 40_320
    series = series * z - 1 / 720
    series = series * z + 1 / 24
    // 1 − z/2 exactly, and what is small added last.
    let half = 0.5 * z
    let top = 1 - half
    return top + (((1 - top) - half) + (z * z * series - x * r.low))
  }
}
