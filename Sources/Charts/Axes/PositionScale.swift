/// Places values along one axis of the picture.
struct PositionScale {
  /// How values are placed.
  var kind: Axis.Scale
  /// The lowest value shown; on a logarithmic axis its decimal logarithm.
  var lower: Double
  /// The highest value shown; on a logarithmic axis its decimal logarithm.
  var upper: Double
  /// Where `lower` stands, in the picture's units.
  var start: Double
  /// Where `upper` stands, in the picture's units.
  var end: Double

  /// Whether a value has a place on such an axis.
  static func places(_ value: Double, on kind: Axis.Scale) -> Bool {
    value.isFinite && (kind == .linear || value > 0)
  }

  /// The place of a value; inside of a million units around the picture even for the wildest.
  func position(_ value: Double) -> Double {
    position(transformed: kind == .log ? decimalLogarithm(value) : value)
  }

  /// The place of a value, or of its decimal logarithm on a logarithmic axis.
  func position(transformed value: Double) -> Double {
    // Halves, since the distance of two finite numbers may be infinite.
    let span = upper / 2 - lower / 2
    let fraction = span > 0 ? (value / 2 - lower / 2) / span : 0.5
    return start + min(max(fraction, -1000), 1000) * (end - start)
  }
}
