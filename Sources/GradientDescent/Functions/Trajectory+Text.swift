import Numerals

extension Iterate: CustomStringConvertible {
  /// `f(-0.943467, -7.31232e-05) = 0.0890129`; of many coordinates, the first three.
  public var description: String {
    let format = NumberFormat.general(digits: 6)
    let isLong = point.count > 4
    let shown = point.prefix(isLong ? 3 : 4).map { format.text($0) }
    let coordinates = shown.joined(separator: ", ") + (isLong ? ", …" : "")
    return "f(" + coordinates + ") = " + format.text(value)
  }
}

extension Trajectory: CustomStringConvertible {
  /// The first and the last iterate: `20 steps from f(-5, -2) = 10.5 to f(-0.94, -7e-05) = 0.089`,
  /// with six digits.
  public var description: String {
    "\(steps) step" + (steps == 1 ? "" : "s") + " from " + self[0].description + " to "
      + self[-1].description
  }
}
