/// Returns the logarithm to base 10, for positions in a picture: the same bits on every machine,
/// with an error below 1e-14 relative to the larger of the true value and 1.
///
/// With x = m · 2ᵉ, √½ < m ≤ √2 and t = (m − 1)/(m + 1):
/// log₁₀ x = e · log₁₀ 2 + (2/ln 10) · (t + t³/3 + t⁵/5 + …)
///
/// - Parameter value: finite and greater than 0.
package func decimalLogarithm(_ value: Double) -> Double {
  var m = value.significand
  var e = Double(value.exponent)
  if m > 1.4142135623730951 {
    m /= 2
    e += 1
  }
  let t = (m - 1) / (m + 1)
  let square = t * t
  var sum = 0.0
  // |t| < 0.172, so that the terms after t²³ are below 1e-18.
  var power = 23.0
  while power > 0 {
    sum = sum * square + 1 / power
    power -= 2
  }
  return e * 0.3010299956639812 + 0.8685889638065037 * t * sum
}

/// Returns ten to an integer power from −400 to 400, within a few units in the last place: 0 and
/// inf at the ends.
package func powerOfTen(_ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<min(exponent.magnitude, 400) { result *= 10 }
  // 10⁻³²⁰ is a number although 10³²⁰ is not.
  if exponent < -300 { return 1e-300 / powerOfTen(-300 - exponent) }
  return exponent < 0 ? 1 / result : result
}
