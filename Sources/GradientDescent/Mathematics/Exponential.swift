/// eˣ, in plain arithmetic: the same bits on every machine.
///
/// With x = k·ln 2 + r and |r| ≤ ½ ln 2, eˣ = 2ᵏ·eʳ, and eʳ is the Taylor series up to r¹³/13!, whose
/// next term is below 2⁻⁵⁷.
/// - Parameter x: any number; overflows to ∞ above 709.78, underflows to 0 below −745.13
/// - Returns: eˣ, within 1 ulp
public func exp(_ x: Double) -> Double { Exponential.value(x, tail: 0) }

/// eˣ in single precision, without a branch.
/// - Parameter x: any number; overflows to ∞ above 88.72, underflows to 0 below −103.97
/// - Returns: eˣ, within 1.1 ulp
@inline(__always)
public func exp(_ x: Float) -> Float { SingleExponential.value(x) }

/// eˣ − 1, exact also where x is small and the difference would lose all its digits.
/// - Parameter x: any number; −1 at −∞
/// - Returns: eˣ − 1, within 2 ulp
public func expm1(_ x: Double) -> Double {
  if x.isNaN || x == 0 { return x }
  if x < -40 { return -1 }
  if x > 40 { return exp(x) }
  let (k, r, tail) = Exponential.reduced(x, tail: 0)
  let small = Exponential.lessOne(r, tail)
  if k == 0 { return small }
  // 2ᵏ·(eʳ − 1) + (2ᵏ − 1), scaled last.
  return (small + (1 - Exponential.power(-k))) * Exponential.power(k)
}

/// eˣ − 1 in single precision, exact also where x is small.
/// - Parameter x: any number; −1 at −∞
/// - Returns: eˣ − 1, within 1 ulp
public func expm1(_ x: Float) -> Float { Float(expm1(Double(x))) }

enum Exponential {
  /// e to the power of x + tail, where the tail is below an ulp of x.
  static func value(_ x: Double, tail: Double) -> Double {
    // Beyond these all is ∞ or 0; nan stays what it is.
    if !(x < 709.8) { return x * .infinity }
    if x < -746 { return 0 }
    let (k, r, rest) = reduced(x, tail: tail)
    // In two steps, for 2ᵏ alone may be out of range where the result is not.
    let half = k / 2
    return (1 + lessOne(r, rest)) * power(half) * power(k - half)
  }

  /// x + tail = k·ln 2 + r + rest
  static func reduced(_ x: Double, tail: Double) -> (k: Int, r: Double, rest: Double) {
    let k = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
    // k·(the first 32 bits of ln 2) is exact.
    let high = x - k * 0x1.62e42feep-1
    let low = k * 0x1.a39ef35793c76p-33 - tail
    let r = high - low
    return (Int(k), r, (high - r) - low)
  }

  /// e to the power of r + rest, less 1, for |r| ≤ ½ ln 2.
  static func lessOne(_ r: Double, _ rest: Double) -> Double {
    var series = 1 / 6_227_020_800.0
    series = series * r + 1 / 479_001_600
    series = series * r + 1 / 39_916_800
    series = series * r + 1 / 3_628_800
    series = series * r + 1 / 362_880
    series = series * r + 1 / 40_320
    series = series * r + 1 / 5040
    series = series * r + 1 / 720
    series = series * r + 1 / 120
    series = series * r + 1 / 24
    series = series * r + 1 / 6
    series = series * r + 0.5
    return r + (r * r * series + rest * (1 + r))
  }

  /// 2ᵏ for −1022 ≤ k ≤ 1023.
  static func power(_ k: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: k + 1023) &<< 52)
  }
}
