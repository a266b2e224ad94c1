import Charts
import Numerals

/// The ticks of a logarithmic axis: integer powers of ten, or plain round numbers where fewer than
/// three powers would have a label.
struct DecadeTicks {
  /// The labelled ticks, in order.
  private(set) var major: [Tick] = []
  /// The positions of the unlabelled lines between them, as decimal logarithms.
  private(set) var minor: [Double] = []

  /// The ticks between two decimal logarithms, of which the second is the greater.
  /// - Parameters:
  ///   - count: the number of labels that fit.
  ///   - length: the axis's length in the picture's units.
  init(from lower: Double, to upper: Double, count: Int, length: Double) {
    if upper - lower >= 1.5 {
      takeDecades(from: lower, to: upper, count: count, length: length)
      if major.count >= Self.least || upper - lower > 4 { return }
      let decades = (major, minor)
      for digits in [[1, 2, 5], [1, 3]] {
        takeNumbers(digits, from: lower, to: upper)
        // There is some room between as many labels as fit.
        if Double(major.count) <= Double(count) * 1.4 { return }
      }
      (major, minor) = decades
    } else {
      takeNumbers([1, 2, 5], from: lower, to: upper)
      if major.count < Self.least { takeEvenNumbers(from: lower, to: upper, count: count) }
    }
  }

  /// The smallest number of labels from which a reader sees the scale.
  private static var least: Int { 3 }

  private mutating func takeDecades(
    from lower: Double, to upper: Double, count: Int, length: Double
  ) {
    let first = Int((lower - 1e-9).rounded(.up))
    let last = Int((upper + 1e-9).rounded(.down))
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    func labels(_ step: Int) -> Int {
      first > last ? 0 : (first...last).count { $0 % step == 0 }
    }
    let fitting = steps.firstIndex { labels($0) <= max(count, 2) } ?? steps.count - 1
    // Rather a label more than too few.
    let isSparse = labels(steps[fitting]) < Self.least && fitting > 0
    let finer = isSparse ? steps[fitting - 1] : steps[fitting]
    let step = Double(labels(finer)) <= Double(count) * 1.4 ? finer : steps[fitting]
    for exponent in first...max(first, last) where exponent % step == 0 && exponent <= last {
      major.append(Tick(place: Double(exponent), label: "10" + superscript(exponent)))
    }
    let decade = length / (upper - lower)
    for exponent in (first - 1)...last {
      for fraction in Self.fractions(step: step, decade: decade)
      where fraction > 0 || exponent % step != 0 {
        let place = Double(exponent) + fraction
        if place >= lower, place <= upper { minor.append(place) }
      }
    }
  }

  /// Returns the positions of minor lines in a decade of length `decade`, with labels at every
  /// `step`.
  private static func fractions(step: Int, decade: Double) -> [Double] {
    if step > 1 { return decade >= 5 ? [0] : [] }
    if decade >= 32 { return logarithmsOfDigits }
    return decade >= 16 ? [logarithmsOfDigits[1], logarithmsOfDigits[4]] : []
  }

  /// Labels the given multiples of the powers of ten.
  private mutating func takeNumbers(
    _ digits: [Int], from lower: Double, to upper: Double
  ) {
    (major, minor) = ([], [])
    for exponent in Int(lower.rounded(.down))...Int(upper.rounded(.up)) {
      for (index, logarithm) in Self.logarithmsOfDigits.enumerated() {
        let place = Double(exponent) + logarithm
        guard place >= lower, place <= upper else { continue }
        if digits.contains(index + 1) {
          major.append(Tick(place: place, label: Self.label(Double(index + 1), exponent)))
        } else {
          minor.append(place)
        }
      }
    }
  }

  /// Takes the ticks of a linear axis, at their logarithmic positions.
  private mutating func takeEvenNumbers(from lower: Double, to upper: Double, count: Int) {
    // Relative to a power of ten nearby, so that values of any magnitude keep their digits.
    let exponent = Int(lower.rounded(.down))
    let least = Self.power(lower - Double(exponent))
    let greatest = Self.power(upper - Double(exponent))
    let steps = RoundSteps(from: least, to: greatest, count: max(count - 1, 2))
    (major, minor) = ([], [])
    for tick in steps.ticks(from: least, to: greatest) {
      let place = Double(exponent) + decimalLogarithm(tick.place)
      major.append(Tick(place: place, label: Self.label(tick.place, exponent)))
    }
  }

  /// Returns the number `factor` times ten to the power `exponent` as a label.
  private static func label(_ factor: Double, _ exponent: Int) -> String {
    var digits = DecimalDigits(shortest: factor)
    digits.move(by: exponent)
    let decimals = digits.digits.count - 1 - digits.exponent
    guard (-4..<6).contains(digits.exponent) else { return powerText(digits) }
    let whole = digits.places(from: max(0, digits.exponent), downTo: 0)
    return decimals > 0 ? whole + "." + digits.places(from: -1, downTo: -decimals) : whole
  }

  /// Returns ten to the power `exponent`, which is from 0 to 3, by bisection to about 1e-9.
  private static func power(_ exponent: Double) -> Double {
    var (low, high) = (1.0, 1001.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if decimalLogarithm(middle) < exponent { low = middle } else { high = middle }
    }
    return low
  }

  private static var logarithmsOfDigits: [Double] { (1...9).map { decimalLogarithm(Double($0)) } }
}
