/// Formats coordinates of the picture, rounded to tenths of a unit.
enum Coordinate {
  /// Returns a coordinate in tenths, clamped to ten thousand units on both sides.
  static func tenths(_ value: Double) -> Int {
    guard !value.isNaN else { return 0 }
    return Int((min(max(value, -10_000), 10_000) * 10).rounded())
  }

  /// Returns a coordinate as text: `12.5`, `-3` or `.4`.
  static func text(_ value: Double) -> String { text(tenths: tenths(value)) }

  /// Returns two coordinates, given in tenths, with a separator only where one is needed.
  static func pair(_ x: Int, _ y: Int) -> String {
    text(tenths: x) + (y < 0 ? "" : " ") + text(tenths: y)
  }

  /// Returns a coordinate, given in tenths, as text.
  static func text(tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + whole.description }
    return sign + (whole == 0 ? "" : whole.description) + "." + rest.description
  }
}
