import Charts
import Numerals

extension RoundSteps {
  /// Returns the ticks from one value to another, labelled with as many decimals as the step needs.
  func ticks(from lower: Double, to upper: Double) -> [Tick] {
    var result: [Tick] = []
    guard value(1).isFinite else { return [] }
    var index = indexAbove(lower)
    let last = indexBelow(upper)
    let magnitude = max(lower.magnitude, upper.magnitude)
    while index <= last, result.count < 50 {
      let place = value(index)
      result.append(Tick(place: place, label: label(place, magnitude: magnitude)))
      index += 1
    }
    return result
  }

  private func label(_ value: Double, magnitude: Double) -> String {
    guard value != 0 else { return "0" }
    if exponent >= -5 && magnitude < 1e7 {
      return typeset(NumberFormat.fixed(decimals: max(0, -exponent)).text(value))
    }
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: max(1, digits.exponent - exponent + 1))
    digits.dropTrailingZeros()
    return powerText(digits, isNegative: value < 0)
  }
}
