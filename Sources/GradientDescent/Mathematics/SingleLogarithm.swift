/// Logarithms in single precision, for one number or sixteen.
///
/// With x = m · 2ᵉ, √½ ≤ m < √2 and f = m − 1, ln m = f − f²/2 + f³·P(f), with a P fitted for the least
/// greatest error, 6·10⁻⁹.
enum SingleLogarithm {
  /// ln x
  @inline(__always)
  static func natural<V: SinglePrecision>(_ x: V) -> V {
    let (e, f, rest) = parts(x)
    // e times the first 15 bits of ln 2 is exact.
    return ended(e * 0x1.62e4p-1 + (f + (rest + e * 0x1.7f7d1cp-20)), x)
  }

  /// log₂ x
  @inline(__always)
  static func binary<V: SinglePrecision>(_ x: V) -> V {
    let (e, f, rest) = parts(x)
    // 1/ln 2 is 1 and 0.4427; f itself is exact.
    return ended(e + (f + (rest + (f + rest) * 0.44269504)), x)
  }

  /// log₁₀ x
  @inline(__always)
  static func decimal<V: SinglePrecision>(_ x: V) -> V {
    let (e, f, rest) = parts(x)
    // e times the first 12 bits of log₁₀ 2 is exact; 1/ln 10 is ½ less 0.0657, and f/2 is exact.
    let low = (rest * 0.5 - (f + rest) * 0.0657055181) + e * 4.60503907e-06
    return ended(e * 0.301025390625 + (f * 0.5 + low), x)
  }

  /// ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|))
  @inline(__always)
  static func softplus<V: SinglePrecision>(_ x: V) -> V {
    let power = SingleExponential.value(V(repeating: 0) - x.size)
    let sum = power + 1
    let (e, f, rest) = parts(sum)
    let logarithm = e * 0x1.62e4p-1 + (f + (rest + e * 0x1.7f7d1cp-20))
    // The correction restores the rounding error of the sum.
    return x.atLeast(0) + (logarithm + (power - (sum - 1)) / sum)
  }

  /// e, f, and the rest of ln m = f + rest.
  @inline(__always)
  private static func parts<V: SinglePrecision>(_ x: V) -> (e: V, f: V, rest: V) {
    // Numbers too small to be normal are made larger.
    let isSmall: Float = 0x1p-126
    let scaled = (x * 0x1p23).chosen(where: x, isBelow: isSmall, else: x)
    let added = V(repeating: 23).chosen(where: x, isBelow: isSmall, else: V(repeating: 0))
    let (exponent, m) = scaled.parts
    let f = m - 1
    let square = f * f
    let low = (f * -0.25000810623168945 + 0.33333316445350647)
    let second = (f * -0.16624553501605988 + 0.2000228613615036)
    let third = (f * -0.13128754496574402 + 0.14181192219257355)
    let fourth = (f * -0.07859611511230469 + 0.12881647050380707)
    let series = (low + square * second) + (square * square) * (third + square * fourth)
    return (exponent - added, f, square * (f * series - 0.5))
  }

  /// The value for numbers above 0, and the logarithm of all others: −∞, nan, ∞.
  @inline(__always)
  private static func ended<V: SinglePrecision>(_ value: V, _ x: V) -> V {
    let finite = value.chosen(where: x, isBelow: .infinity, else: x)
    let least = V(repeating: -.infinity).chosen(where: x, isBelow: 0x1p-149, else: finite)
    return V(repeating: .nan).chosen(where: x, isBelow: 0, else: least)
  }
}
