/// Logarithms in single precision, for one number or sixteen.
///
/// With x = m · 2ᵉ, √½ ≤ m < √2 and f = m − 1, ln m = f − f²/2 + f³·P(f), with a P fitted for the least
/// greatest error, 6·10⁻⁹. The logarithms to the bases 2 and 10 are f·b + f·Q(f) with a simple b and a Q
/// fitted for the least greatest share of error, 3·10⁻⁸.
enum SingleLogarithm {
  /// ln x
  @inline(__always)
  static func natural<V: SinglePrecision>(_ x: V) -> V {
    let (e, f) = reduced(x)
    return ended(natural(e, f), x)
  }

  /// log₂ x
  @inline(__always)
  static func binary<V: SinglePrecision>(_ x: V) -> V {
    let (e, f) = reduced(x)
    return ended(binary(e, f), x)
  }

  /// log₂ x for a normal number above 0.
  @inline(__always)
  static func binaryOfPlain<V: SinglePrecision>(_ x: V) -> V {
    let (e, m) = x.parts
    return binary(e, m - 1)
  }

  /// log₁₀ x
  @inline(__always)
  static func decimal<V: SinglePrecision>(_ x: V) -> V {
    let (e, f) = reduced(x)
    return ended(decimal(e, f), x)
  }

  /// log₁₀ x for a normal number above 0.
  @inline(__always)
  static func decimalOfPlain<V: SinglePrecision>(_ x: V) -> V {
    let (e, m) = x.parts
    return decimal(e, m - 1)
  }

  /// ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|))
  @inline(__always)
  static func softplus<V: SinglePrecision>(_ x: V) -> V {
    let power = SingleExponential.value(V(repeating: 0) - x.size)
    let sum = power + 1
    let (e, m) = sum.parts
    // The correction restores the rounding error of the sum.
    return x.atLeast(0) + (natural(e, m - 1) + (power - (sum - 1)) / sum)
  }

  /// e · 2²³ and f.
  @inline(__always)
  private static func reduced<V: SinglePrecision>(_ x: V) -> (e: V, f: V) {
    // Numbers too small to be normal are made larger.
    let isSmall: Float = 0x1p-126
    let scaled = (x * 0x1p23).chosen(where: x, isBelow: isSmall, else: x)
    let added = V(repeating: 23 * 0x1p23).chosen(
      where: x, isBelow: isSmall, else: V(repeating: 0))
    let (e, m) = scaled.parts
    return (e - added, m - 1)
  }

  /// e·ln 2 + ln m
  @inline(__always)
  private static func natural<V: SinglePrecision>(_ e: V, _ f: V) -> V {
    let square = f * f
    let low = (f * -0.25000810623168945 + 0.33333316445350647)
    let second = (f * -0.16624553501605988 + 0.2000228613615036)
    let third = (f * -0.13128754496574402 + 0.14181192219257355)
    let fourth = (f * -0.07859611511230469 + 0.12881647050380707)
    let series = (low + square * second) + (square * square) * (third + square * fourth)
    let rest = square * (f * series - 0.5)
    // e times the first 15 bits of ln 2 is exact.
    return e * 0x1.62e4p-24 + (f + (rest + e * 0x1.7f7d1cp-43))
  }

  /// e + log₂ m
  @inline(__always)
  private static func binary<V: SinglePrecision>(_ e: V, _ f: V) -> V {
    let square = f * f
    var even = square * 0.11749358475208282 + 0.21714389324188232
    even = even * square + 0.28783032298088074
    even = even * square + 0.48091262578964233
    even = even * square + 0.4426949918270111
    var odd = square * -0.20379014313220978 - 0.23948191106319427
    odd = odd * square - 0.36068177223205566
    odd = odd * square - 0.7213475108146667
    return e * 0x1p-23 + (f + f * (even + f * odd))
  }

  /// e·log₁₀ 2 + log₁₀ m
  @inline(__always)
  private static func decimal<V: SinglePrecision>(_ e: V, _ f: V) -> V {
    let square = f * f
    var even = square * 0.03751688450574875 + 0.06498171389102936
    even = even * square + 0.08667028695344925
    even = even * square + 0.14476853609085083
    even = even * square - 0.06570553034543991
    var odd = square * -0.06217333301901817 - 0.07196959108114243
    odd = odd * square - 0.10858030617237091
    odd = odd * square - 0.21714723110198975
    // e times the first 12 bits of log₁₀ 2 is exact, and so is f/2.
    return e * 0x1.344p-25 + (f * 0.5 + (f * (even + f * odd) + e * 0x1.3509f8p-41))
  }

  /// The value for numbers above 0, and the logarithm of all others: −∞, nan, ∞.
  @inline(__always)
  private static func ended<V: SinglePrecision>(_ value: V, _ x: V) -> V {
    let finite = value.chosen(where: x, isBelow: .infinity, else: x)
    let least = V(repeating: -.infinity).chosen(where: x, isBelow: 0x1p-149, else: finite)
    return V(repeating: .nan).chosen(where: x, isBelow: 0, else: least)
  }
}
