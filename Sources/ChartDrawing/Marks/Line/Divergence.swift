import Charts
import Numerals

/// The place from which on a line has no finite values any more.
struct Divergence: Equatable {
  /// The index of the first of the values at the end that are not finite.
  var index: Int
  /// The place of that value.
  var x: Double
  /// The value there: nan, inf or -inf.
  var value: Double
}

extension LineMark {
  /// The place where the line leaves the finite numbers for good; nil if it ends with a finite value.
  var divergence: Divergence? {
    var first = count
    while first > 0, !y[first - 1].isFinite { first -= 1 }
    return first < count ? Divergence(index: first, x: x[first], value: y[first]) : nil
  }

  /// The place of a point, with as many decimals as the points' distances ask for: `0.30`.
  func placeText(_ place: Double) -> String {
    guard count > 1 else { return NumberFormat.shortest.text(place) }
    let distance = (x[count - 1] - x[0]).magnitude / Double(count - 1)
    guard distance.isFinite, distance > 1e-6, place.magnitude < 1e9 else {
      return NumberFormat.concise.text(place)
    }
    let decimals = max(0, Int((-decimalLogarithm(distance) - 1e-9).rounded(.up)))
    return NumberFormat.fixed(decimals: min(decimals, 3)).text(place)
  }
}
