import Charts
import Numerals

/// The point from which on a line has no finite values.
struct Divergence: Equatable {
  /// The index of the first of the non-finite values at the end.
  var index: Int
  /// The x coordinate of that value.
  var x: Double
  /// The value itself: nan, inf or -inf.
  var value: Double
}

extension LineMark {
  /// The point from which on no value is finite; nil when the last value is finite.
  var divergence: Divergence? {
    var first = count
    while first > 0, !y[first - 1].isFinite { first -= 1 }
    return first < count ? Divergence(index: first, x: x[first], value: y[first]) : nil
  }

  /// Returns an x coordinate with as many decimals as the points' spacing requires, at most 3:
  /// `0.30`. When the spacing varies, as on a logarithmic axis, it has four significant digits.
  func placeText(_ place: Double) -> String {
    guard count > 1 else { return NumberFormat.shortest.typeset(place) }
    let distance = (x[count - 1] - x[0]).magnitude / Double(count - 1)
    let isEven = ((x[1] - x[0]).magnitude - distance).magnitude < 0.5 * distance
    guard distance.isFinite, distance > 1e-6, place.magnitude < 1e9, isEven else {
      return NumberFormat.concise.typeset(place)
    }
    let decimals = max(0, Int((-decimalLogarithm(distance) - 1e-9).rounded(.up)))
    return NumberFormat.fixed(decimals: min(decimals, 3)).typeset(place)
  }
}
