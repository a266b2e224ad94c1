/// Places in the picture, rounded to tenths of a unit.
enum Coordinate {
  /// The place in tenths; kept within ten thousand units.
  static func tenths(_ value: Double) -> Int {
    guard !value.isNaN else { return 0 }
    return Int((min(max(value, -10_000), 10_000) * 10).rounded())
  }

  /// `12.5`, `-3` or `.4`.
  static func text(_ value: Double) -> String { text(tenths: tenths(value)) }

  /// Two places in tenths, with nothing between them that a reader does not need.
  static func pair(_ x: Int, _ y: Int) -> String {
    text(tenths: x) + (y < 0 ? "" : " ") + text(tenths: y)
  }

  /// A place in tenths.
  static func text(tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + whole.description }
    return sign + (whole == 0 ? "" : whole.description) + "." + rest.description
  }
}
