import Charts

/// Maps values to positions along one axis of the picture.
struct PositionScale {
  var kind: Axis.Scale
  /// The lowest value shown, transformed.
  var lower: Double
  /// The highest value shown, transformed.
  var upper: Double
  /// The position of `lower`, in the picture's units.
  var start: Double
  /// The position of `upper`, in the picture's units.
  var end: Double
  /// The power of ten at which a symmetric logarithmic scale turns from linear to logarithmic.
  var thresholdExponent = 0

  /// Returns true when a value has a position on an axis of the given kind.
  static func places(_ value: Double, on kind: Axis.Scale) -> Bool {
    value.isFinite && (kind != .log || value > 0)
  }

  /// Returns the value itself, its decimal logarithm, or on a symmetric logarithmic axis v / t up
  /// to the threshold t and ±(1 + log₁₀(|v| / t)) beyond.
  static func transformed(_ value: Double, _ kind: Axis.Scale, thresholdExponent: Int) -> Double {
    switch kind {
    case .linear: return value
    case .log: return decimalLogarithm(value)
    case .symmetricLog:
      let threshold = powerOfTen(thresholdExponent)
      let size = value.magnitude
      // Below the threshold the quotient is at most 1; with a threshold of 0 all values are beyond.
      if size <= threshold { return threshold > 0 ? value / threshold : 0 }
      let place = 1 + decimalLogarithm(size) - Double(thresholdExponent)
      return value < 0 ? -place : place
    }
  }

  /// Returns the position of a value, clamped to a thousand axis lengths around the axis.
  func position(_ value: Double) -> Double {
    position(
      transformed: Self.transformed(value, kind, thresholdExponent: thresholdExponent))
  }

  func position(transformed value: Double) -> Double {
    // Halves, since the distance of two finite numbers may be infinite.
    let span = upper / 2 - lower / 2
    let fraction = span > 0 ? (value / 2 - lower / 2) / span : 0.5
    return start + min(max(fraction, -1000), 1000) * (end - start)
  }
}
