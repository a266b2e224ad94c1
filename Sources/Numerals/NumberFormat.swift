/// A text format for numbers. `nan`, `inf` and `-inf` are the same in every format.
public enum NumberFormat: Hashable, Sendable {
  /// `decimals` digits after the point, as C's `%.2f`: `12.53`.
  case fixed(decimals: Int)
  /// One digit before the point and `decimals` after it, as C's `%.4e`: `4.8941e-05`.
  case scientific(decimals: Int)
  /// At most `digits` significant digits without trailing zeros, with a power of ten for very large
  /// and very small numbers, as C's `%.6g`: `4.20143`.
  case general(digits: Int)
  /// The shortest form that reads back as the same number. A number that single precision
  /// represents exactly is as short as single precision allows, but for a whole number, which has all
  /// its digits up to 2⁵³.
  case shortest
  /// For descriptions: four significant digits, or three and a power of ten for very large and very
  /// small numbers: `12.53`, `4.89e-05`.
  case concise

  /// Returns the text of `value` in this format.
  public func text(_ value: Double) -> String {
    guard !value.isNaN else { return "nan" }
    let sign = value.sign == .minus && value != 0 ? "-" : ""
    guard value.isFinite else { return sign + "inf" }
    switch self {
    case .fixed(let decimals): return sign + Self.fixed(value, decimals: decimals)
    case .scientific(let decimals): return sign + Self.scientific(value, decimals: decimals)
    case .general(let count): return sign + Self.general(value, digits: count)
    case .shortest: return sign + Self.shortest(value)
    case .concise: return sign + Self.concise(value)
    }
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: digits.exponent + 1 + decimals)
    return plain(digits, decimals: decimals)
  }

  private static func scientific(_ value: Double, decimals: Int) -> String {
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: decimals + 1)
    return scientific(digits, decimals: decimals)
  }

  private static func general(_ value: Double, digits count: Int) -> String {
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: max(count, 1))
    digits.dropTrailingZeros()
    if (-4..<max(count, 1)).contains(digits.exponent) {
      return plain(digits, decimals: max(0, digits.digits.count - 1 - digits.exponent))
    }
    return scientific(digits, decimals: digits.digits.count - 1)
  }

  private static func shortest(_ value: Double) -> String {
    let single = Float(value)
    let isWhole = value.magnitude <= 0x1p53 && value == value.rounded(.towardZero)
    let digits =
      Double(single) == value && !isWhole
      ? DecimalDigits(shortest: single) : DecimalDigits(shortest: value)
    if (-4..<16).contains(digits.exponent) {
      return plain(digits, decimals: max(0, digits.digits.count - 1 - digits.exponent))
    }
    return scientific(digits, decimals: digits.digits.count - 1)
  }

  private static func concise(_ value: Double) -> String {
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: 4)
    digits.dropTrailingZeros()
    if (-3..<6).contains(digits.exponent) {
      return plain(digits, decimals: max(0, digits.digits.count - 1 - digits.exponent))
    }
    digits = DecimalDigits(exactly: value)
    digits.round(toCount: 3)
    digits.dropTrailingZeros()
    return scientific(digits, decimals: digits.digits.count - 1)
  }

  private static func plain(_ digits: DecimalDigits, decimals: Int) -> String {
    let whole = digits.places(from: max(digits.exponent, 0), downTo: 0)
    return decimals > 0 ? whole + "." + digits.places(from: -1, downTo: -decimals) : whole
  }

  private static func scientific(_ digits: DecimalDigits, decimals: Int) -> String {
    let top = digits.exponent
    var text = digits.places(from: top, downTo: top)
    if decimals > 0 { text += "." + digits.places(from: top - 1, downTo: top - decimals) }
    let power = top.magnitude
    return text + (top < 0 ? "e-" : "e+") + (power < 10 ? "0" : "") + power.description
  }
}
