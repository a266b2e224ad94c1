import Numerals

/// Round numbers, evenly spaced: multiples of 1, 2 or 5 times a power of ten.
struct LinearTicks {
  /// The step is `factor` times ten to the power `exponent`.
  let factor: Double
  /// The power of ten of the step.
  let exponent: Int

  /// The finest round step that gives at most `count` steps between two finite values, of which
  /// the second is the greater.
  init(from lower: Double, to upper: Double, count: Int) {
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

  /// The value of the multiple number `index`.
  func value(_ index: Double) -> Double {
    // Dividing by a whole power of ten gives the number nearest to the decimal one.
    exponent < 0 ? index * factor / powerOfTen(-exponent) : index * factor * powerOfTen(exponent)
  }

  /// The number of the last multiple that is not above `value`.
  func indexBelow(_ value: Double) -> Double { (value / self.value(1) + 1e-9).rounded(.down) }

  /// The number of the first multiple that is not below `value`.
  func indexAbove(_ value: Double) -> Double { (value / self.value(1) - 1e-9).rounded(.up) }

  /// The ticks from one value to another, labelled with as many decimals as the step needs.
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
      return axisText(NumberFormat.fixed(decimals: max(0, -exponent)).text(value))
    }
    var digits = DecimalDigits(exactly: value)
    digits.round(toCount: max(1, digits.exponent - exponent + 1))
    digits.dropTrailingZeros()
    return powerText(digits, isNegative: value < 0)
  }
}

/// A printed number with the minus sign of typeset text.
func axisText(_ number: String) -> String {
  number.utf8.first == UInt8(ascii: "-") ? "−" + number.dropFirst() : number
}

/// `2.5×10⁶`, and `10⁶` where the factor is 1.
func powerText(_ digits: DecimalDigits, isNegative: Bool = false) -> String {
  var text = isNegative ? "−" : ""
  let top = digits.exponent
  if digits.digits != [1] {
    text += digits.places(from: top, downTo: top)
    let decimals = digits.digits.count - 1
    if decimals > 0 { text += "." + digits.places(from: top - 1, downTo: top - decimals) }
    text += "×"
  }
  return text + "10" + superscript(top)
}
