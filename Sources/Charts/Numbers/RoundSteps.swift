/// Evenly spaced round numbers: multiples of 1, 2 or 5 times a power of ten.
package struct RoundSteps {
  /// The leading factor 1, 2 or 5: the step is `factor` times ten to the power `exponent`.
  package let factor: Double
  /// The power of ten of the step.
  package let exponent: Int

  /// Chooses the finest round step that gives at most `count` steps between two finite values, of
  /// which the second is the greater.
  package init(from lower: Double, to upper: Double, count: Int) {
    let exact = (upper / 2 - lower / 2) / Double(max(count, 1)) * 2
    let least = min(max(exact, .leastNormalMagnitude), .greatestFiniteMagnitude)
    let exponent = Int((decimalLogarithm(least) + 1e-9).rounded(.down))
    let ratio = least / powerOfTen(exponent)
    if ratio > 5.000001 {
      (self.factor, self.exponent) = (1, exponent + 1)
    } else {
      self.factor = ratio > 2.000001 ? 5 : ratio > 1.000001 ? 2 : 1
      self.exponent = exponent
    }
  }

  /// Returns the multiple of the step with the given index.
  package func value(_ index: Double) -> Double {
    // Dividing by an exact power of ten gives the number nearest to the decimal one.
    exponent < 0 ? index * factor / powerOfTen(-exponent) : index * factor * powerOfTen(exponent)
  }

  /// Returns the index of the last multiple not above `value`.
  package func indexBelow(_ value: Double) -> Double {
    (value / self.value(1) + 1e-9).rounded(.down)
  }

  /// Returns the index of the first multiple not below `value`.
  package func indexAbove(_ value: Double) -> Double { (value / self.value(1) - 1e-9).rounded(.up) }
}
