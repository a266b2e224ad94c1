/// A polynomial c₀ + c₁x + c₂x² + …
enum Polynomial {
  /// Its value by Horner's rule.
  /// - Parameter coefficients: the highest power's first
  @inline(__always)
  static func value(_ x: Double, _ coefficients: [Double]) -> Double {
    var value = 0.0
    for coefficient in coefficients { value = value * x + coefficient }
    return value
  }
}
