/// eˣ, in plain arithmetic: the same bits on every machine.
///
/// With x = k·ln 2 + r and |r| ≤ ½ ln 2, eˣ = 2ᵏ·eʳ, and eʳ is the Taylor series up to r¹³/13!, whose
/// next term is below 2⁻⁵⁷.
/// - Parameter x: any number; overflows to ∞ above 709.78, underflows to 0 below −745.13
/// - Returns: eˣ, within 1 ulp
public func exp(_ x: Double) -> Double { Exponential.value(x, tail: 0) }

/// eˣ in single precision, without a branch.
/// - Parameter x: any number; overflows to ∞ above 88.72, underflows to 0 below −103.97
/// - Returns: eˣ, within 1 ulp
@inline(__always)
public func exp(_ x: Float) -> Float { SingleExponential.value(x) }

/// eˣ − 1, exact also where x is small and the difference would lose all its digits.
/// - Parameter x: any number
/// - Returns: eˣ − 1, within 2 ulp
public func expm1(_ x: Double) -> Double {
  if x.isNaN || x > 709.8 { return x + .infinity }
  if x < -40 { return -1 }
  let (k, r, tail) = Exponential.reduced(x)
  let small = Exponential.lessOne(r, tail)
  if k == 0 { return small }
  // 2ᵏ·(eʳ − 1) + (2ᵏ − 1), scaled last so that nothing overflows on the way.
  let rest = 1 - Exponential.power(-k)
  return (small + rest) * Exponential.power(k - 1) * 2
}

enum Exponential {
  /// e to the power of x + tail, where the tail is below an ulp of x.
  static func value(_ x: Double, tail: Double) -> Double {
    if !(x < 709.8) { return x * .infinity }
    if x < -746 { return 0 }
    let (k, r, rest) = reduced(x)
    let small = lessOne(r, rest + tail)
    // In two steps, for 2ᵏ alone may be out of range where the result is not.
    let half = k / 2
    return (1 + small) * power(half) * power(k - half)
  }

  /// x = k·ln 2 + r + tail
  static func reduced(_ x: Double) -> (k: Int, r: Double, tail: Double) {
    let k = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
    // k·(the first 32 bits of ln 2) is exact.
    let high = x - k * 0x1.62e42feep-1
    let low = k * 0x1.a39ef35793c76p-33
    let r = high - low
    return (Int(k), r, (high - r) - low)
  }

  /// e to the power of r + tail, less 1, for |r| ≤ ½ ln 2.
  static func lessOne(_ r: Double, _ tail: Double) -> Double {
    var series = 1 / 6_227_020_800.0
    for factorial in factorials { series = series * r + 1 / factorial }
    return r + (r * r * series + tail * (1 + r))
  }

  /// 12!, 11!, … 2!
  private static var factorials: [Double] {
    [
      479_001_600, 39_916_800, 3_628_800, 362_880, 40_320, 5040, 720, 120, 24, 6, 2,
    ]
  }

  /// 2ᵏ for −1022 ≤ k ≤ 1023.
  static func power(_ k: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: k + 1023) &<< 52)
  }
}
