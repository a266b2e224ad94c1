import Charts

/// Places values along one axis of the picture.
struct PositionScale {
  /// The kind of the scale.
  var kind: Axis.Scale
  /// The lowest value shown, transformed.
  var lower: Double
  /// The highest value shown, transformed.
  var upper: Double
  /// The position of `lower`, in the picture's units.
  var start: Double
  /// The position of `upper`, in the picture's units.
  var end: Double
  /// The power of ten at which a symmetric logarithmic scale turns.
  var thresholdExponent = 0

  /// Whether a value has a place on such an axis.
  static func places(_ value: Double, on kind: Axis.Scale) -> Bool {
    value.isFinite && (kind != .log || value > 0)
  }

  /// The value as it is placed: itself, its decimal logarithm, or on a symmetric logarithmic axis
  /// v / t up to the threshold t and ±(1 + log₁₀(|v| / t)) beyond.
  static func transformed(_ value: Double, _ kind: Axis.Scale, thresholdExponent: Int) -> Double {
    switch kind {
    case .linear: return value
    case .log: return decimalLogarithm(value)
    case .symmetricLog:
      let threshold = powerOfTen(thresholdExponent)
      let size = value.magnitude
      // Below the threshold the quotient is at most 1; a threshold of 0 takes everything beyond.
      if size <= threshold { return threshold > 0 ? value / threshold : 0 }
      let place = 1 + decimalLogarithm(size) - Double(thresholdExponent)
      return value < 0 ? -place : place
    }
  }

  /// The place of a value; inside of a million units around the picture even for the wildest.
  func position(_ value: Double) -> Double {
    position(
      transformed: Self.transformed(value, kind, thresholdExponent: thresholdExponent))
  }

  /// The place of a transformed value.
  func position(transformed value: Double) -> Double {
    // Halves, since the distance of two finite numbers may be infinite.
    let span = upper / 2 - lower / 2
    let fraction = span > 0 ? (value / 2 - lower / 2) / span : 0.5
    return start + min(max(fraction, -1000), 1000) * (end - start)
  }
}
