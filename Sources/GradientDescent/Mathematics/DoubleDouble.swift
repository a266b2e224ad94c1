/// A number as the unevaluated sum of two: `high` is the sum rounded, `low` what the rounding left out.
/// About 106 bits, for the few places where 53 would not do.
/// - Source: Dekker, A floating-point technique for extending the available precision, 1971
struct DoubleDouble {
  var high: Double
  var low: Double

  /// a + b, exactly.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a + b
    let part = high - a
    return DoubleDouble(high: high, low: (a - (high - part)) + (b - part))
  }

  /// a · b, exactly, for factors below 2⁹⁹⁰.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a * b
    let (a1, a2) = halves(a)
    let (b1, b2) = halves(b)
    return DoubleDouble(high: high, low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let top = sum(a.high, b.high)
    return sum(top.high, top.low + (a.low + b.low))
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let top = product(a.high, b.high)
    return sum(top.high, top.low + (a.high * b.low + a.low * b.high))
  }

  /// The upper and the lower 26 bits.
  private static func halves(_ a: Double) -> (Double, Double) {
    let shifted = 134_217_729 * a
    let upper = shifted - (shifted - a)
    return (upper, a - upper)
  }
}
