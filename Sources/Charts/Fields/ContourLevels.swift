/// Chooses round levels for contour lines.
///
/// The levels have even steps when the values are spread evenly, and even ratios for a function so
/// steep that even steps would leave its floor empty, such as Rosenbrock's.
struct ContourLevels {
  /// The levels, in increasing order; empty for a constant function.
  private(set) var levels: [Double] = []

  /// Chooses the levels for a grid.
  ///
  /// - Parameters:
  ///   - grid: the values; those that are not finite are ignored.
  ///   - count: the approximate number of levels.
  init(_ grid: Grid, count: Int = 12) {
    let values = grid.sortedValues
    guard let least = values.first, let greatest = values.last else { return }
    let height = greatest / 2 - least / 2
    guard height > max(least.magnitude, greatest.magnitude) * 1e-12 else { return }
    let median = (values[values.count / 2] / 2 - least / 2) / height
    if median > 0.15 {
      takeEvenSteps(from: least, to: greatest, count: count)
    } else if least >= 0 {
      let floor = max(values[values.count / 50], greatest * 1e-12)
      takeRatios(from: floor, to: greatest, most: count)
    } else {
      takeQuantiles(of: values, count: count)
    }
  }

  private mutating func takeEvenSteps(from least: Double, to greatest: Double, count: Int) {
    let steps = RoundSteps(from: least, to: greatest, count: count)
    let first = steps.indexBelow(least)
    // The area inside the lowest line is wide where the function is flat.
    let inner = steps.value(first) + steps.value(1) / 4
    if inner > least { levels.append(inner) }
    var index = first + 1
    while steps.value(index) < greatest, levels.count < 60 {
      if steps.value(index) > least { levels.append(steps.value(index)) }
      index += 1
    }
  }

  private mutating func takeRatios(from floor: Double, to greatest: Double, most: Int) {
    let lowest = Int(decimalLogarithm(floor).rounded(.down))
    let highest = Int(decimalLogarithm(greatest).rounded(.up))
    let patterns: [(factors: [Double], decades: Int)] = [
      ([1, 2, 5], 1), ([1, 3], 1), ([1], 1), ([1], 2), ([1], 3), ([1], 5), ([1], 10), ([1], 50),
    ]
    for pattern in patterns {
      levels = []
      for exponent in lowest...highest where exponent % pattern.decades == 0 {
        for factor in pattern.factors {
          let level =
            exponent < 0
            ? factor / powerOfTen(-exponent) : factor * powerOfTen(exponent)
          if level > floor, level < greatest { levels.append(level) }
        }
      }
      if levels.count <= most { return }
    }
  }

  /// Chooses levels that divide the picture into parts of equal area, rounded to two digits.
  private mutating func takeQuantiles(of values: [Double], count: Int) {
    for step in 1..<max(count, 2) {
      let value = values[values.count * step / max(count, 2)]
      guard value != 0 else { continue }
      let exponent = Int(decimalLogarithm(value.magnitude).rounded(.down)) - 1
      let unit = powerOfTen(exponent.magnitude > 300 ? 0 : Int(exponent.magnitude))
      let rounded =
        exponent < 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
      if rounded > levels.last ?? -.infinity, rounded < values[values.count - 1] {
        levels.append(rounded)
      }
    }
  }
}
