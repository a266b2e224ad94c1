import Charts

/// The ticks of a symmetric logarithmic axis: zero, and powers of ten on both sides.
struct SymmetricTicks {
  /// The labelled ticks.
  private(set) var major: [Tick] = []
  /// The transformed positions of the faint lines between them.
  private(set) var minor: [Double] = []

  /// Ticks between two transformed values, of which the second is the greater.
  /// - Parameters:
  ///   - thresholdExponent: the power of ten at which the scale turns from linear to logarithmic.
  ///   - count: the number of labels that fit.
  ///   - length: the axis's length in the picture's units.
  init(
    from lower: Double, to upper: Double, thresholdExponent: Int, count: Int, length: Double
  ) {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let (first, last) = (Int(lower.rounded(.up)), Int(upper.rounded(.down)))
    let step = steps.first { (last - first) / $0 < max(count, 2) } ?? 1000
    if last - first < 2, lower >= -1, upper <= 1 {
      takeLinear(from: lower, to: upper, thresholdExponent, count: count)
      return
    }
    guard first <= last else { return }
    let decade = length / (upper - lower)
    for place in first...last {
      if place % step == 0 {
        let exponent = thresholdExponent + abs(place) - 1
        let power = (place < 0 ? "−10" : "10") + superscript(exponent)
        major.append(Tick(place: Double(place), label: place == 0 ? "0" : power))
      } else if decade >= 5 {
        minor.append(Double(place))
      }
    }
    guard decade >= 32, step == 1 else { return }
    for decade in (first - 1)...last where decade != 0 && decade != -1 {
      for digit in 2...9 {
        let part = decimalLogarithm(Double(digit))
        let place = Double(decade) + (decade > 0 ? part : 1 - part)
        if place >= lower, place <= upper { minor.append(place) }
      }
    }
  }

  /// Takes the ticks of a linear axis, for values that are all below the threshold.
  private mutating func takeLinear(
    from lower: Double, to upper: Double, _ thresholdExponent: Int, count: Int
  ) {
    let threshold = powerOfTen(thresholdExponent)
    guard threshold > 0, threshold.isFinite else { return }
    let (least, greatest) = (lower * threshold, upper * threshold)
    guard greatest > least else { return }
    for tick in RoundSteps(from: least, to: greatest, count: count)
      .ticks(from: least, to: greatest)
    {
      major.append(Tick(place: tick.place / threshold, label: tick.label))
    }
  }
}
